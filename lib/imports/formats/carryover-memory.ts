import { memoryTypes } from "#lib/memories/content.ts";
import { lifecycles, memoryOutcomes } from "#lib/memories/search-params.ts";
import { parseValidityEnd } from "#lib/memories/validity-day.ts";
import { isObject, type JsonObject, kindOf, textOf, textsOf, timeOf } from "../json-fields.ts";
import { memoryRecord } from "../memory-record.ts";
import {
  type ImportRecord,
  type MemoryRecord,
  type MemoryType,
  problem,
  type SourceVector,
} from "../records.ts";
import { vectorFault } from "../source-vector.ts";
import { shown, unreadable } from "../unreadable.ts";
import type { Format, ParseInput } from "./format.ts";
import { isProblem, type ObjectRow, objectRows } from "./object-rows.ts";

const KNOWN_FIELDS = new Set(
  "format type benchmark taskName task outcome content id lifecycle validFrom validUntil tags generator sourceModel embeddings".split(
    " ",
  ),
);

/** Our own interchange format: JSON Lines, one memory a line (docs/formats.md). */
export const carryoverMemory: Format = {
  name: "carryover-memory/1",
  recognize: ({ value }) => (Array.isArray(value) ? value.slice(0, 20) : [value]).some(isOwnRow),
  parse,
};

function isOwnRow(row: unknown): boolean {
  if (!isObject(row)) return false;
  const isShaped = isObject(row["content"]) && "benchmark" in row;
  return (
    row["format"] === "carryover-memory/1" ||
    (isShaped && memoryTypes.some((type) => type === wordOf(row["type"])))
  );
}

/** A word of a fixed list, in whatever case it was written. */
function wordOf(value: unknown): unknown {
  return typeof value === "string" ? value.trim().toLowerCase() : value;
}

/** Optional fields; what is none of its kind is told and left out. */
const OPTIONAL = {
  taskName: "text",
  task: "text",
  tags: "texts",
  generator: "text",
  sourceModel: "text",
} as const;

async function* parse(input: ParseInput): AsyncGenerator<ImportRecord> {
  for await (const row of objectRows(input, { noun: "memories", what: "one memory" })) {
    if (isProblem(row)) yield row;
    else yield* ownRecords(row, input);
  }
}

/** The memory that a row in the fields of our own format holds, or why it holds none. */
export function* ownRecords({ value, line, inRow }: ObjectRow, input: ParseInput): Generator<ImportRecord> {
  const fault = faultOf(value);
  if (fault) {
    yield problem(fault.reason, { line, field: inRow(fault.field), rejects: "memories" });
    return;
  }
  yield* unreadable(value, OPTIONAL, { line, inRow });
  for (const key of Object.keys(value)) {
    if (!KNOWN_FIELDS.has(key)) yield problem("Unknown field: not imported.", { line, field: inRow(key) });
  }
  yield recordOf(value, input.file.path, line, input.benchmark);
}

type Fault = { field: string; reason: string };

function faultOf(row: JsonObject): Fault | null {
  return (
    wordFault(row, "type", memoryTypes, true) ??
    textFault(row, "benchmark", true) ??
    wordFault(row, "outcome", memoryOutcomes, false) ??
    wordFault(row, "lifecycle", lifecycles, false) ??
    // Without its id a memory would be another one at every change.
    textFault(row, "id", false) ??
    validityFault(row) ??
    (isObject(row["content"])
      ? null
      : { field: "content", reason: `Expected an object, found ${kindOf(row["content"] ?? null)}.` }) ??
    embeddingsFault(row["embeddings"])
  );
}

function wordFault(
  row: JsonObject,
  field: string,
  allowed: readonly string[],
  needed: boolean,
): Fault | null {
  if ((row[field] == null && !needed) || allowed.includes(wordOf(row[field]) as string)) return null;
  return { field, reason: `Expected one of ${allowed.join(", ")}, found ${shown(row[field])}.` };
}

function textFault(row: JsonObject, field: string, needed: boolean): Fault | null {
  if ((row[field] == null && !needed) || textOf(row[field]) !== null) return null;
  return { field, reason: `Expected a string, found ${shown(row[field])}.` };
}

function validityFault(row: JsonObject): Fault | null {
  for (const field of ["validFrom", "validUntil"]) {
    if (row[field] != null && timeOf(row[field]) === null)
      return { field, reason: `Expected a time such as 2026-03-01T00:00:00Z, found ${shown(row[field])}.` };
  }
  const [from, until] = [timeOf(row["validFrom"]), endOf(row["validUntil"])];
  if (from === null || until === null || from < until) return null;
  return { field: "validUntil", reason: `This is not after validFrom (${from}).` };
}

/** A day named as the end is included. */
function endOf(value: unknown): string | null {
  return timeOf(typeof value === "string" ? parseValidityEnd(value.trim()) : value);
}

function embeddingsFault(value: unknown): Fault | null {
  if (value == null) return null;
  if (!Array.isArray(value))
    return { field: "embeddings", reason: "Expected a list of {model, dimensions, vector}." };
  const spaces = new Set<string>();
  for (const [index, item] of value.entries()) {
    const field = `embeddings[${index}]`;
    if (!isObject(item) || textOf(item["model"]) === null)
      return { field, reason: "Expected {model, dimensions, vector}." };
    const fault = vectorFault(item["vector"]);
    if (fault !== null) return { field: `${field}.vector${fault.at}`, reason: fault.reason };
    const { length } = item["vector"] as number[];
    if (item["dimensions"] !== length) {
      const reason = `Says ${shown(item["dimensions"])}, but the vector has ${length} numbers.`;
      return { field: `${field}.dimensions`, reason };
    }
    const space = `${length} ${item["model"]}`;
    if (spaces.has(space)) return { field: `${field}.model`, reason: "A second vector of the same model." };
    spaces.add(space);
  }
  return null;
}

function recordOf(
  row: JsonObject,
  path: string,
  line: number | null,
  benchmark: string | null,
): MemoryRecord {
  const id = textOf(row["id"]);
  return memoryRecord({
    path,
    line,
    type: wordOf(row["type"]) as MemoryType,
    benchmark: benchmark ?? (row["benchmark"] as string),
    taskName: textOf(row["taskName"]) ?? "",
    task: textOf(row["task"]) ?? "",
    outcome: (wordOf(row["outcome"]) as MemoryRecord["outcome"] | null | undefined) ?? "unknown",
    content: row["content"],
    lifecycle: (wordOf(row["lifecycle"]) as MemoryRecord["lifecycle"] | null | undefined) ?? "active",
    validFrom: timeOf(row["validFrom"]),
    validUntil: endOf(row["validUntil"]),
    tags: textsOf(row["tags"]),
    generator: textOf(row["generator"]),
    sourceModel: textOf(row["sourceModel"]),
    embeddings: Array.isArray(row["embeddings"]) ? (row["embeddings"] as SourceVector[]).map(vectorOf) : [],
    sourceFormat: "carryover-memory/1",
    id,
    ...(id === null ? {} : { keyParts: [id] }),
  });
}

function vectorOf({ model, dimensions, vector }: SourceVector): SourceVector {
  return { model, dimensions, vector };
}
