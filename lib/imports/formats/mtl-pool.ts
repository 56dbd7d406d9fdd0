import { isObject, uuidOf } from "../json-fields.ts";
import { memoryRecord } from "../memory-record.ts";
import { type ImportRecord, problem, type SourceVector } from "../records.ts";
import { vectorFault } from "../source-vector.ts";
import { unreadable } from "../unreadable.ts";
import { type Format, type ParseInput, UNSPECIFIED } from "./format.ts";
import { looksLikeMtl, readMtlRecord } from "./mtl-record.ts";
import { isProblem, type ObjectRow, objectRows } from "./object-rows.ts";

/** The model whose vectors the published pipeline stores (1536 numbers unless shortened). */
const MTL_EMBEDDING_MODEL = "text-embedding-3-small";

/** A Memory Transfer Learning pool, its pickles written as JSON or JSON Lines (docs/formats.md has the script). */
export const mtlPool: Format = {
  name: "mtl-pool",
  recognize: ({ value }) => looksLikeMtl(Array.isArray(value) ? value.find(isObject) : value),
  parse,
};

const OPTIONAL = { benchmark: "text", task_name: "text", task: "text", tags: "texts" } as const;

async function* parse(input: ParseInput): AsyncGenerator<ImportRecord> {
  let withCommands = 0;
  for await (const row of objectRows(input, { noun: "memories", what: "one memory" })) {
    if (isProblem(row)) {
      yield row;
      continue;
    }
    if ("commands" in row.value && "task_summary" in row.value) withCommands += 1;
    yield* recordsOf(row, input);
  }
  if (withCommands > 0) {
    const reason = `The commands beside ${withCommands} summaries were left out: a summary holds the task and what was learned.`;
    yield problem(reason, { field: "commands" });
  }
}

function* recordsOf(row: ObjectRow, { file, benchmark }: ParseInput): Generator<ImportRecord> {
  const { value, line, inRow } = row;
  const read = readMtlRecord(value);
  if ("field" in read) {
    yield problem(read.reason, { line, field: inRow(read.field), rejects: "memories" });
    return;
  }
  yield* unreadable(value, OPTIONAL, row);
  for (const place of read.lostSteps)
    yield problem("This step can't be read: left out.", { line, field: inRow(place) });
  const field = value["key_embedding"] == null ? "embedding" : "key_embedding";
  const vector = value[field];
  const fault = vector == null ? null : vectorFault(vector);
  if (fault !== null) {
    const reason = `${fault.reason} The memory was imported without this vector.`;
    yield problem(reason, { line, field: inRow(`${field}${fault.at}`) });
  }
  const { lostSteps: _lost, ...memory } = read;
  const ownId = uuidOf(value["carryover_id"]);
  yield memoryRecord({
    ...memory,
    path: file.path,
    line,
    benchmark: benchmark ?? read.benchmark ?? UNSPECIFIED,
    sourceFormat: `mtl-pool -> ${read.type}`,
    ownId,
    ...(ownId === null ? {} : { keyParts: [ownId] }),
    embeddings: vector == null || fault !== null ? [] : [vectorOf(vector as number[])],
  });
}

function vectorOf(vector: number[]): SourceVector {
  return { model: MTL_EMBEDDING_MODEL, dimensions: vector.length, vector };
}
