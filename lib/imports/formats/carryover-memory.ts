import { isObject, type JsonObject, kindOf, textOf, textsOf, timeOf } from "../json-fields.ts";
import { memoryRecord } from "../memory-record.ts";
import { readRows } from "../read-source.ts";
import {
  type ImportRecord,
  type MemoryRecord,
  type MemoryType,
  problem,
  type SourceVector,
} from "../records.ts";
import type { Format, ParseInput } from "./format.ts";

const TYPES: readonly string[] = ["trajectory", "workflow", "summary", "insight"] satisfies MemoryType[];
const KNOWN_FIELDS = new Set(
  "format type benchmark taskName task outcome content id lifecycle validFrom validUntil tags generator sourceModel embeddings".split(
    " ",
  ),
);

/** Our own interchange format: JSON Lines, one memory a line (docs/formats.md). */
export const carryoverMemory: Format = {
  name: "carryover-memory/1",
  recognise: ({ value }) => {
    const row = Array.isArray(value) ? value[0] : value;
    return (
      isObject(row) &&
      (row["format"] === "carryover-memory/1" ||
        (TYPES.includes(String(row["type"])) && isObject(row["content"]) && "benchmark" in row))
    );
  },
  parse,
};

async function* parse({ file, sample, benchmark }: ParseInput): AsyncGenerator<ImportRecord> {
  for await (const row of readRows(file, sample)) {
    const at = { line: row.line, rejects: "memories" as const };
    const inRow = (field: string) => (row.field === null ? field : `${row.field}.${field}`);
    if (row.fault !== null) yield problem(row.fault, at);
    else if (!isObject(row.value))
      yield problem(`Expected one memory, found ${kindOf(row.value)}.`, { ...at, field: row.field });
    else {
      const value = row.value;
      const fault = faultOf(value);
      if (fault) {
        yield problem(fault.reason, { ...at, field: inRow(fault.field) });
        continue;
      }
      for (const key of Object.keys(value)) {
        if (!KNOWN_FIELDS.has(key))
          yield problem("Unknown field: not imported.", { line: row.line, field: inRow(key) });
      }
      yield recordOf(value, file.path, row.line, benchmark);
    }
  }
}

type Fault = { field: string; reason: string };

function faultOf(row: JsonObject): Fault | null {
  const oneOf = (field: string, allowed: readonly string[], needed: boolean): Fault | null => {
    if (row[field] === undefined && !needed) return null;
    if (allowed.includes(row[field] as string)) return null;
    return {
      field,
      reason: `Expected one of ${allowed.join(", ")}, found ${JSON.stringify(row[field]) ?? "nothing"}.`,
    };
  };
  const time = (field: string): Fault | null =>
    row[field] == null || timeOf(row[field]) !== null
      ? null
      : { field, reason: "Expected a time such as 2026-03-01T00:00:00Z." };
  const text = (field: string): Fault | null =>
    textOf(row[field]) === null
      ? { field, reason: `Expected a text, found ${kindOf(row[field] ?? null)}.` }
      : null;
  return (
    oneOf("type", TYPES, true) ??
    text("benchmark") ??
    oneOf("outcome", ["passed", "failed", "unknown"], false) ??
    oneOf("lifecycle", ["candidate", "active", "deprecated"], false) ??
    time("validFrom") ??
    time("validUntil") ??
    (isObject(row["content"])
      ? null
      : { field: "content", reason: `Expected an object, found ${kindOf(row["content"] ?? null)}.` }) ??
    vectorFault(row["embeddings"])
  );
}

function vectorFault(value: unknown): Fault | null {
  if (value === undefined) return null;
  if (!Array.isArray(value))
    return { field: "embeddings", reason: "Expected a list of {model, dimensions, vector}." };
  for (const [index, item] of value.entries()) {
    const field = `embeddings[${index}]`;
    if (!isObject(item) || textOf(item["model"]) === null)
      return { field, reason: "Expected {model, dimensions, vector}." };
    const vector = item["vector"];
    if (!isVector(vector)) return { field: `${field}.vector`, reason: "Expected a list of finite numbers." };
    if (item["dimensions"] !== vector.length) {
      return {
        field: `${field}.dimensions`,
        reason: `Says ${item["dimensions"]}, but the vector has ${vector.length} numbers.`,
      };
    }
  }
  return null;
}

/** A non-empty list of finite numbers. */
export function isVector(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((part) => typeof part === "number" && Number.isFinite(part))
  );
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
    type: row["type"] as MemoryType,
    benchmark: benchmark ?? (row["benchmark"] as string),
    taskName: textOf(row["taskName"]) ?? "",
    task: textOf(row["task"]) ?? "",
    outcome: (row["outcome"] as MemoryRecord["outcome"] | undefined) ?? "unknown",
    content: row["content"],
    lifecycle: (row["lifecycle"] as MemoryRecord["lifecycle"] | undefined) ?? "active",
    validFrom: timeOf(row["validFrom"]),
    validUntil: timeOf(row["validUntil"]),
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
