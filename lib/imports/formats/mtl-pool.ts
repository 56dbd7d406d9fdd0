import { isObject, type JsonObject, kindOf } from "../json-fields.ts";
import { memoryRecord } from "../memory-record.ts";
import { type Row, readRows } from "../read-source.ts";
import { type ImportRecord, problem, type SourceVector } from "../records.ts";
import { isVector } from "./carryover-memory.ts";
import { type Format, type ParseInput, UNSPECIFIED } from "./format.ts";
import { looksLikeMtl, readMtlRecord } from "./mtl-record.ts";

/** The model whose vectors the published pipeline stores (1536 numbers unless shortened). */
const MTL_EMBEDDING_MODEL = "text-embedding-3-small";

/** A Memory Transfer Learning pool, its pickles written as JSON or JSON Lines (docs/formats.md has the script). */
export const mtlPool: Format = {
  name: "mtl-pool",
  recognise: ({ value }) => looksLikeMtl(Array.isArray(value) ? value.find(isObject) : value),
  parse,
};

async function* parse(input: ParseInput): AsyncGenerator<ImportRecord> {
  for await (const row of readRows(input.file, input.sample)) {
    if (row.fault !== null) yield problem(row.fault, { line: row.line, rejects: "memories" });
    else if (!isObject(row.value)) {
      yield problem(`Expected one memory, found ${kindOf(row.value)}.`, {
        line: row.line,
        field: row.field,
        rejects: "memories",
      });
    } else yield* recordsOf(row.value, row, input);
  }
}

function* recordsOf(value: JsonObject, row: Row, { file, benchmark }: ParseInput): Generator<ImportRecord> {
  const at = (field: string) => (row.field === null ? field : `${row.field}.${field}`);
  const read = readMtlRecord(value);
  if ("field" in read) {
    yield problem(read.reason, { line: row.line, field: at(read.field), rejects: "memories" });
    return;
  }
  const field = value["key_embedding"] == null ? "embedding" : "key_embedding";
  const vector = value[field];
  if (vector != null && !isVector(vector)) {
    yield problem("Expected a list of finite numbers; the memory was imported without this vector.", {
      line: row.line,
      field: at(field),
    });
  }
  yield memoryRecord({
    ...read,
    path: file.path,
    line: row.line,
    benchmark: benchmark ?? read.benchmark ?? UNSPECIFIED,
    sourceFormat: `mtl-pool -> ${read.type}`,
    embeddings: isVector(vector) ? [vectorOf(vector)] : [],
  });
}

function vectorOf(vector: number[]): SourceVector {
  return { model: MTL_EMBEDDING_MODEL, dimensions: vector.length, vector };
}
