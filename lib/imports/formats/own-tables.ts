import { lexicalModel } from "#lib/embeddings/lexical-embedding.ts";
import { removeFormulaGuard } from "#lib/shared/csv.ts";
import type { JsonObject } from "../json-fields.ts";
import { parseJson } from "../parse-json.ts";
import { MAX_RECORD_BYTES, readLines } from "../read-lines.ts";
import { readParquetRows } from "../read-parquet.ts";
import { type ImportRecord, problem } from "../records.ts";
import { ownRecords } from "./carryover-memory.ts";
import { CsvRowReader } from "./csv-row-reader.ts";
import type { Format, ParseInput } from "./format.ts";

/** Columns of our exports that say what the other columns say, or what an import decides anew. */
const REPEATED = new Set(
  "title text source_format version created_at updated_at embedding embedding_model".split(" "),
);
const NAMES: Record<string, string> = {
  task_name: "taskName",
  content_json: "content",
  valid_from: "validFrom",
  valid_until: "validUntil",
  source_model: "sourceModel",
};

/** The CSV that an export wrote: known by its first columns, and by having the whole content in one of them. */
export const carryoverCsv: Format = {
  name: "carryover-csv",
  recognize: ({ shape, head }) =>
    shape === "text" &&
    head.startsWith("id,type,benchmark,") &&
    (head.split("\r\n", 1)[0] ?? "").split(",").includes("content_json"),
  parse: parseCsv,
};

/** The Parquet that an export wrote. */
export const carryoverParquet: Format = {
  name: "carryover-parquet",
  recognize: ({ head }) => head.startsWith("PAR1"),
  parse: parseParquet,
};

const OPEN_CELL = "A quoted cell is not closed.";

async function* parseCsv(input: ParseInput): AsyncGenerator<ImportRecord> {
  let columns: string[] | null = null;
  let start = 1;
  const row = new CsvRowReader();
  for await (const { line, text, fault, end } of readLines(input.file)) {
    if (row.size === 0) start = line;
    if (fault !== null) {
      row.restart();
      yield problem(fault, { line, rejects: "memories" });
      continue;
    }
    const isBlank = row.size === 0 && text === "";
    const cells = row.add(text, end);
    if (cells === null) {
      if (row.size < MAX_RECORD_BYTES) continue;
      row.restart();
      yield problem(OPEN_CELL, { line: start, rejects: "memories" });
    } else if (columns === null) columns = cells;
    else if (!isBlank) yield* recordsOf(rowOf(columns, cells), start, input);
  }
  if (row.size > 0) yield problem(OPEN_CELL, { line: start, rejects: "memories" });
}

/** Empty cells are absent fields. */
function rowOf(columns: readonly string[], cells: readonly string[]): JsonObject {
  const texts = columns.map((name, index) => [name, removeFormulaGuard(cells[index] ?? "")] as const);
  const row: JsonObject = Object.fromEntries(texts.filter(([, text]) => text !== ""));
  if (typeof row["tags"] === "string") row["tags"] = row["tags"].split("; ");
  return row;
}

async function* parseParquet(input: ParseInput): AsyncGenerator<ImportRecord> {
  const read = await readParquetRows(input.file);
  if (!read.ok) {
    yield problem(read.error.message, { rejects: "memories" });
    return;
  }
  let row = 0;
  for await (const value of read.value) {
    const { embedding, embedding_model: model } = value;
    const isPortable = Array.isArray(embedding) && model !== lexicalModel;
    const embeddings = isPortable ? [{ model, dimensions: embedding.length, vector: embedding }] : [];
    row += 1;
    yield* recordsOf({ ...value, embeddings }, row, input);
  }
}

function* recordsOf(row: JsonObject, line: number, input: ParseInput): Generator<ImportRecord> {
  const content = parseJson(String(row["content_json"] ?? ""));
  if (content.fault !== null) {
    const reason = `The content is not valid JSON: ${content.fault}.`;
    yield problem(reason, { line, field: "content_json", rejects: "memories" });
    return;
  }
  const value: JsonObject = {};
  for (const [name, cell] of Object.entries(row)) {
    if (REPEATED.has(name) || cell === null || cell === undefined) continue;
    value[NAMES[name] ?? name] = cell instanceof Date ? cell.toISOString() : cell;
  }
  const said = { taskName: "", task: "", ...value, content: content.value };
  yield* ownRecords({ value: said, line, inRow: (field) => field }, input);
}
