import type { ParseInput } from "../formats/format.ts";
import { isObject } from "../json-fields.ts";
import { headingOf, memoryRecord } from "../memory-record.ts";
import { parseJson } from "../parse-json.ts";
import { type ImportRecord, type MemoryOutcome, type MemoryType, problem } from "../records.ts";
import { shown } from "../unreadable.ts";
import type { ColumnMapping, TableField } from "./column-mapping.ts";
import { cellOutcome, cellText } from "./read-cell.ts";
import { cellOf, columnName } from "./row-trial.ts";
import type { TableRow } from "./table-rows.ts";

const TYPES: readonly string[] = ["trajectory", "workflow", "summary", "insight"] satisfies MemoryType[];

/** The memory of a row; without a type an insight, and without a title one with its first sentence for a heading. */
export function* memoryOfRow(
  row: TableRow,
  { file, benchmark }: ParseInput,
  mapping: ColumnMapping,
): Generator<ImportRecord> {
  const text = (field: TableField) => cellText(cellOf(mapping, field, row));
  const refuse = (field: TableField, reason: string) =>
    problem(reason, { line: row.line, field: columnName(mapping, field), rejects: "memories" });
  const type = text("type").toLowerCase() || "insight";
  if (!TYPES.includes(type))
    return void (yield refuse("type", `${shown(type)} is no type: use ${TYPES.join(", ")}.`));
  const said = text("content");
  if (said === "") return void (yield refuse("content", "The content is empty."));
  const content = contentOf(type as MemoryType, said, {
    title: text("title") || headingOf(said),
    description: text("description") || text("title") || headingOf(said),
  });
  if (content === null)
    return void (yield refuse(
      "content",
      `Expected a JSON list of {"action", "observation"}, found ${shown(said)}.`,
    ));
  const outcome = cellOutcome(text("outcome"));
  yield memoryRecord({
    path: file.path,
    line: row.line,
    type: type as MemoryType,
    benchmark: benchmark ?? text("benchmark"),
    taskName: text("task"),
    task: text("statement") || text("task"),
    outcome: outcome === "passed" || outcome === "failed" ? outcome : ("unknown" satisfies MemoryOutcome),
    content,
    tags: text("tags")
      .split(/[;,|]/)
      .map((tag) => tag.replace(/["[\]]/g, "").trim())
      .filter(Boolean),
    generator: text("generator") || null,
    sourceModel: text("model") || null,
    sourceFormat: `table -> ${type}`,
    ...(text("id") === "" ? {} : { id: text("id"), keyParts: [file.path, text("id")] }),
  });
}

function contentOf(
  type: MemoryType,
  said: string,
  { title, description }: { title: string; description: string },
) {
  switch (type) {
    case "insight":
      return { title, description, content: said };
    case "summary":
      return { taskSummary: title, experience: said };
    case "workflow":
      return { goal: title, steps: stepsOf(said) };
    case "trajectory": {
      const { value } = parseJson(said);
      return Array.isArray(value) && value.every(isObject) ? { steps: value } : null;
    }
  }
}

/** Steps one a line, also of a JSON list of texts; numbers and dashes in front of them are no part of them. */
function stepsOf(said: string): string[] {
  const { value } = parseJson(said);
  const lines = Array.isArray(value) ? value.map(cellText) : said.split("\n");
  return lines.map((line) => line.replace(/^\s*(?:\d+[.)]|[-*•])\s+/, "").trim()).filter(Boolean);
}
