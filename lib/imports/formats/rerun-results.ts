import { findRerunId } from "#lib/reruns/rerun-id.ts";
import { OUTCOMES } from "#lib/runs/schema.ts";
import {
  amountOf,
  countOf,
  isObject,
  type JsonObject,
  millisecondsBetween,
  nameOf,
  textOf,
  timeOf,
  uuidOf,
} from "../json-fields.ts";
import { type ImportRecord, problem } from "../records.ts";
import type { Format, ParseInput } from "./format.ts";
import { isProblem, objectRows } from "./object-rows.ts";

/** What any runner writes of the reruns of a plan: rows of an outcome and a rerun's id, or a plan's id and a subset. */
export const rerunResults: Format = {
  name: "carryover-rerun-results",
  recognize: ({ value }) => {
    const row = Array.isArray(value) ? value[0] : value;
    return isObject(row) && "outcome" in row && ("rerunId" in row || ("planId" in row && "subset" in row));
  },
  parse,
};

async function* parse(input: ParseInput): AsyncGenerator<ImportRecord> {
  // Rows without a repeat are numbered by their order in the file.
  const seen = new Map<string, number>();
  for await (const row of objectRows(input, { noun: "trials", what: "one result" })) {
    if (isProblem(row)) yield row;
    else yield resultOf(row.value, row.line, row.inRow, input, seen);
  }
}

function resultOf(
  row: JsonObject,
  line: number | null,
  inRow: (field: string) => string,
  { file }: ParseInput,
  seen: Map<string, number>,
): ImportRecord {
  const refuse = (field: string, reason: string) =>
    problem(reason, { line, field: inRow(field), rejects: "trials" });
  const outcome = OUTCOMES.find((each) => each === row["outcome"]);
  if (!outcome) return refuse("outcome", `Expected ${OUTCOMES.join(", ")}.`);
  const named = findRerunId(row["rerunId"]);
  if ("rerunId" in row && !named) return refuse("rerunId", "Expected a rerun's id as in plan.json.");
  const planId = named?.planId ?? uuidOf(row["planId"]);
  if (planId === null) return refuse("planId", "Expected the id of a plan.");
  const subset = named?.subset ?? subsetOf(row["subset"]);
  if (subset === null) return refuse("subset", "Expected a whole number or a list of memory ids.");
  const given = named?.repeat ?? countOf(row["repeat"]);
  if (given !== null && given < 1) return refuse("repeat", "Repeats are numbered from 1.");
  const key = `${planId} ${Array.isArray(subset) ? [...subset].sort().join() : subset}`;
  const place = (seen.get(key) ?? 0) + 1;
  seen.set(key, place);
  return {
    kind: "rerun",
    path: file.path,
    line,
    planId,
    subset,
    repeat: given ?? place,
    outcome,
    identity: nameOf(row["id"]),
    error: textOf(row["error"]),
    costUsd: amountOf(row["costUsd"]),
    inputTokens: countOf(row["inputTokens"]),
    outputTokens: countOf(row["outputTokens"]),
    durationMs: countOf(row["durationMs"]) ?? millisecondsBetween(row["startedAt"], row["finishedAt"]),
    startedAt: timeOf(row["startedAt"]),
  };
}

/** As bits, or as ids of memories, which only the plan can turn into bits. */
function subsetOf(value: unknown): number | string[] | null {
  if (!Array.isArray(value)) return countOf(value);
  const ids = value.map(uuidOf);
  return ids.every((id) => id !== null) ? ids : null;
}
