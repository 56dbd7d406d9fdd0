import { isObject, numberOf } from "../json-fields.ts";
import { parseJson } from "../parse-json.ts";
import { readText } from "../read-source.ts";
import { type ImportRecord, problem, type RetrievedItem } from "../records.ts";
import type { Format, ParseInput } from "./format.ts";

const OPENING = /<(retrieval_query|memory_items)>/g;

/**
 * The agent log of a run with memory: `<retrieval_query>` and `<memory_items>` blocks tell what was shown, in which
 * order, and how similar it was.
 */
export const retrievalLog: Format = {
  name: "mtl-retrieval-log",
  recognize: ({ shape, head }) =>
    shape === "text" && (head.includes("<memory_items>") || head.includes("<retrieval_query>")),
  parse,
};

async function* parse({ file }: ParseInput): AsyncGenerator<ImportRecord> {
  const { text, isUtf8 } = await readText(file);
  if (!isUtf8) yield problem("Bytes that are not valid UTF-8 were read as U+FFFD.");
  const items: RetrievedItem[] = [];
  let query = "";
  for (const block of blocksOf(text)) {
    if (block.tag === "retrieval_query") {
      query = block.body.trim();
      continue;
    }
    const read = readItems(block.body);
    const at = { line: lineAt(text, block.start), field: "memory_items" };
    if (read.note !== null) yield problem(read.note, at);
    if (read.fault !== null) yield problem(read.fault, { ...at, rejects: "retrievals" });
    for (const index of read.lost)
      yield problem("Expected a memory: left out.", { ...at, field: `memory_items[${index}]` });
    for (const item of read.items) items.push({ ...item, query, rank: items.length + 1 });
  }
  if (items.length > 0) yield { kind: "retrieval", path: file.path, items };
}

type Block = { tag: string; body: string; start: number };

function* blocksOf(text: string): Generator<Block> {
  let from = 0;
  for (const match of text.matchAll(OPENING)) {
    const tag = match[1] ?? "";
    const start = match.index + match[0].length;
    if (match.index < from) continue;
    const end = text.indexOf(`</${tag}>`, start);
    yield { tag, body: text.slice(start, end === -1 ? undefined : end), start: match.index };
    from = end === -1 ? text.length : end;
  }
}

type Shown = Omit<RetrievedItem, "rank" | "query">;

/** lost: the places in the list where no memory stands. */
type ItemList = { items: Shown[]; lost: number[]; fault: string | null; note: string | null };

function readItems(body: string): ItemList {
  const { value, fault, note } = parseWrapped(body);
  const none = { items: [], lost: [], note };
  if (fault !== null) return { ...none, fault: `The memory items are not valid JSON: ${fault}.` };
  if (!Array.isArray(value)) return { ...none, fault: "Expected a list of memory items." };
  const lost = value.flatMap((item, index) => (isObject(item) ? [] : [index]));
  const items = value.flatMap((item): Shown[] => {
    if (!isObject(item)) return [];
    const memory = isObject(item["memory"]) ? item["memory"] : item;
    const { embedding: _embedding, key_embedding: _key, ...shown } = memory;
    return [{ similarity: numberOf(item["score"]) ?? numberOf(item["similarity"]), shown }];
  });
  return { items, lost, fault: null, note };
}

/** The body as JSON. Consoles break long lines, also inside a JSON text. */
function parseWrapped(body: string) {
  const asPrinted = parseJson(body);
  if (asPrinted.fault === null) return asPrinted;
  const unbroken = parseJson(body.replace(/\s*\r?\n\s*/g, " "));
  return unbroken.fault === null ? unbroken : asPrinted;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
