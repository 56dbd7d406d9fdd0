import { isObject, type JsonObject, kindOf, nameOf, objectAt, textOf, textsOf } from "../json-fields.ts";
import { memoryRecord } from "../memory-record.ts";
import { type ImportRecord, type MemoryOutcome, type MemoryRecord, problem } from "../records.ts";
import { unreadable } from "../unreadable.ts";
import { type Format, type ParseInput, UNSPECIFIED } from "./format.ts";
import { isProblem, objectRows } from "./object-rows.ts";

const OUTCOMES: Record<string, MemoryOutcome> = { success: "passed", failure: "failed" };

/**
 * ReMe's memory library: `when_to_use` is what it embeds and searches by, so it becomes the title of an insight.
 * Rows lie in JSON Lines, in a JSON list, or under `metadata.memory_list` of a saved reply; older rows say
 * `experience_id` and `experience_type`.
 */
export const reme: Format = {
  name: "reme",
  recognize: ({ value }) => {
    const rows = listOf(value);
    const row = rows?.[0] ?? value;
    return isObject(row) && "when_to_use" in row && ("memory_id" in row || "experience_id" in row);
  },
  parse,
};

function listOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  const nested = objectAt(value, "metadata")["memory_list"];
  return Array.isArray(nested) ? nested : null;
}

async function* parse(input: ParseInput): AsyncGenerator<ImportRecord> {
  const { sample } = input;
  const nested = sample.shape === "document" && isObject(sample.value) ? listOf(sample.value) : null;
  if (nested) {
    for (const [index, value] of nested.entries())
      yield* nestedRecords(value, input, `metadata.memory_list[${index}]`);
    return;
  }
  for await (const row of objectRows(input, { noun: "memories", what: "one memory" })) {
    if (isProblem(row)) yield row;
    else yield* recordsOf(row.value, input, row.line, row.inRow);
  }
}

function* nestedRecords(value: unknown, input: ParseInput, field: string): Generator<ImportRecord> {
  if (isObject(value)) yield* recordsOf(value, input, null, (inner) => `${field}.${inner}`);
  else yield problem(`Expected one memory, found ${kindOf(value)}.`, { field, rejects: "memories" });
}

const OPTIONAL = {
  workspace_id: "name",
  memory_id: "name",
  experience_id: "name",
  "metadata.tags": "texts",
  "metadata.extra_info.tags": "texts",
} as const;

function* recordsOf(
  row: JsonObject,
  input: ParseInput,
  line: number | null,
  inRow: (field: string) => string,
): Generator<ImportRecord> {
  const record = recordOf(row, input, line, inRow);
  if (record.kind === "memory") yield* unreadable(row, OPTIONAL, { line, inRow });
  yield record;
}

function recordOf(
  row: JsonObject,
  input: ParseInput,
  line: number | null,
  at: (field: string) => string,
): ImportRecord {
  const title = textOf(row["when_to_use"]);
  const content = contentOf(row);
  if (title === null)
    return problem("The row does not say when to use it.", {
      line,
      field: at("when_to_use"),
      rejects: "memories",
    });
  if (content === null)
    return problem("The row has no content.", { line, field: at("content"), rejects: "memories" });
  return insightOf(row, title, content, input, line);
}

/** Older rows keep the text one level down, or under `experience`. */
function contentOf(row: JsonObject): string | null {
  const content = row["content"];
  return textOf(content) ?? textOf(objectAt(row, "content")["content"]) ?? textOf(row["experience"]);
}

function insightOf(
  row: JsonObject,
  title: string,
  content: string,
  input: ParseInput,
  line: number | null,
): MemoryRecord {
  const metadata = objectAt(row, "metadata");
  const extra = objectAt(metadata, "extra_info");
  const workspace = nameOf(row["workspace_id"]);
  const id = nameOf(row["memory_id"]) ?? nameOf(row["experience_id"]);
  const category = textOf(metadata["category"]);
  const kind = textOf(row["memory_type"]) ?? textOf(row["experience_type"]);
  const task = textOf(metadata["task_query"]) ?? "";
  return memoryRecord({
    path: input.file.path,
    line,
    type: "insight",
    benchmark: input.benchmark ?? workspace ?? UNSPECIFIED,
    taskName: "",
    task,
    outcome: OUTCOMES[category ?? ""] ?? "unknown",
    content: { title, description: textOf(metadata["generalized_query"]) ?? title, content },
    tags: [
      ...new Set([
        ...(kind ? [kind] : []),
        ...(category ? [category] : []),
        ...textsOf(extra["tags"]),
        ...textsOf(metadata["tags"]),
      ]),
    ],
    generator: textOf(row["author"]) ?? textOf(metadata["author"]),
    sourceFormat: "reme -> insight",
    id,
    ...(id === null ? {} : { keyParts: [workspace ?? "", id] }),
  });
}
