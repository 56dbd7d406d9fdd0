import { isObject, numberOf } from "../json-fields.ts";
import { MAX_DOCUMENT_BYTES, readText } from "../read-source.ts";
import { type ImportRecord, problem, type RetrievedItem } from "../records.ts";
import type { Format, ParseInput } from "./format.ts";

const OPENING = /<(retrieval_query|memory_items)>/g;

/**
 * The agent log of a run with memory: `<retrieval_query>` and `<memory_items>` blocks tell what was shown, in which
 * order, and how similar it was.
 */
export const retrievalLog: Format = {
  name: "mtl-retrieval-log",
  recognise: ({ shape, head }) =>
    shape === "text" && (head.includes("<memory_items>") || head.includes("<retrieval_query>")),
  parse,
};

async function* parse({ file }: ParseInput): AsyncGenerator<ImportRecord> {
  if (file.size > MAX_DOCUMENT_BYTES) {
    yield problem("The log is too large to be read for retrievals.", { rejects: "retrievals" });
    return;
  }
  const text = await readText(file);
  const items: RetrievedItem[] = [];
  const problems: ImportRecord[] = [];
  let query = "";
  for (const block of blocksOf(text)) {
    if (block.tag === "retrieval_query") query = block.body.trim();
    else {
      const read = readItems(block.body);
      if (typeof read === "string") {
        problems.push(
          problem(read, { line: lineAt(text, block.start), field: "memory_items", rejects: "retrievals" }),
        );
      } else for (const item of read) items.push({ ...item, query, rank: items.length + 1 });
    }
  }
  yield* problems;
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

function readItems(body: string): Shown[] | string {
  const list = parseWrapped(body);
  if (typeof list === "string") return list;
  if (!Array.isArray(list)) return "Expected a list of memory items.";
  return list.flatMap((item): Shown[] => {
    if (!isObject(item)) return [];
    const memory = isObject(item["memory"]) ? item["memory"] : item;
    const { embedding: _embedding, key_embedding: _key, ...shown } = memory;
    return [{ similarity: numberOf(item["score"]) ?? numberOf(item["similarity"]), shown }];
  });
}

/** The list, or a sentence that says why there is none. Consoles break long lines, also inside a JSON text. */
function parseWrapped(body: string): unknown {
  let fault = "";
  for (const text of [body, body.replace(/\s*\r?\n\s*/g, " ")]) {
    try {
      const parsed: unknown = JSON.parse(text);
      return Array.isArray(parsed) ? parsed : null;
    } catch (error) {
      fault ||= `The memory items are not valid JSON: ${(error as Error).message}`;
    }
  }
  return fault;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
