import { isObject, nameOf, textOf } from "../json-fields.ts";
import { headingOf, memoryRecord } from "../memory-record.ts";
import { type ImportRecord, type MemoryOutcome, problem } from "../records.ts";
import { unreadable } from "../unreadable.ts";
import { type Format, type ParseInput, UNSPECIFIED } from "./format.ts";
import { isProblem, type ObjectRow, objectRows } from "./object-rows.ts";

export type Item = { title: string; description: string; content: string };

/** ReasoningBank rows: one a trajectory, with up to three memory items. Each item becomes an insight. */
export const reasoningBank: Format = {
  name: "reasoning-bank",
  recognize: ({ value }) => {
    const row = Array.isArray(value) ? value[0] : value;
    return isObject(row) && Array.isArray(row["memory_items"]) && ("query" in row || "task_query" in row);
  },
  parse,
};

async function* parse(input: ParseInput): AsyncGenerator<ImportRecord> {
  for await (const row of objectRows(input, { noun: "memories", what: "one row" })) {
    if (isProblem(row)) yield row;
    else yield* itemsOf(row, input);
  }
}

const OPTIONAL = { task_id: "name", id: "name", query: "text", task_query: "text" } as const;

function* itemsOf(
  { value, line, inRow }: ObjectRow,
  { file, benchmark }: ParseInput,
): Generator<ImportRecord> {
  const task = textOf(value["query"]) ?? textOf(value["task_query"]) ?? "";
  const taskName = nameOf(value["task_id"]) ?? nameOf(value["id"]) ?? "";
  yield* unreadable(value, OPTIONAL, { line, inRow });
  const items = Array.isArray(value["memory_items"]) ? value["memory_items"] : [];
  if (items.length === 0) {
    const field = inRow("memory_items");
    yield problem("The row holds no memory item.", { line, field, rejects: "memories" });
  }
  for (const [index, raw] of items.entries()) {
    const field = inRow(`memory_items[${index}]`);
    const item = readItem(raw);
    if (item === null) {
      yield problem("The memory item has no content.", { line, field, rejects: "memories" });
      continue;
    }
    yield memoryRecord({
      path: file.path,
      line,
      type: "insight",
      benchmark: benchmark ?? UNSPECIFIED,
      taskName,
      task,
      outcome: outcomeOf(value["status"] ?? value["success"]),
      content: item,
      sourceFormat: "reasoning-bank -> insight",
    });
  }
}

function outcomeOf(status: unknown): MemoryOutcome {
  if (status === true || status === "success") return "passed";
  return status === false || status === "fail" || status === "failure" ? "failed" : "unknown";
}

function readItem(raw: unknown): Item | null {
  if (typeof raw === "string") return readMarkdownItem(raw);
  if (!isObject(raw)) return null;
  const content = textOf(raw["content"]);
  if (content === null) return null;
  const title = textOf(raw["title"]) ?? headingOf(content);
  return { title, description: textOf(raw["description"]) ?? title, content };
}

/** What ends a part: the next heading of an item. Any other line with a # belongs to the part, as a shell's comment. */
const NEXT_HEADING = "^#{1,3}\\s+(?:Memory Item|Title|Description|Content)\\b";

/** Reads `# Memory Item i / ## Title ... / ## Description ... / ## Content ...`; a text without headings is content. */
export function readMarkdownItem(text: string): Item | null {
  const part = (name: string) =>
    new RegExp(`^#{1,3}\\s*${name}\\b\\s*:?[ \\t]*\\n?([\\s\\S]*?)(?=${NEXT_HEADING}|$(?![\\s\\S]))`, "im")
      .exec(text)?.[1]
      ?.trim();
  const content = part("Content") ?? (/^#{1,3}\s/m.test(text) ? undefined : text.trim());
  if (!content) return null;
  const title = part("Title") || headingOf(content);
  return { title, description: part("Description") || title, content };
}
