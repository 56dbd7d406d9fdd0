import { isObject, type JsonObject, objectAt, textsOf } from "../json-fields.ts";
import { type ImportRecord, type Outcome, problem, type VerdictRecord } from "../records.ts";
import { unreadable } from "../unreadable.ts";
import type { Format, ParseInput } from "./format.ts";

/** A report over a whole run: schema version 2, and sb-cli's with pending and failed instances. */
export const swebenchRunReport: Format = {
  name: "swe-bench-run-report",
  recognize: ({ value }) =>
    isObject(value) &&
    Array.isArray(value["resolved_ids"]) &&
    ("total_instances" in value || "submitted_ids" in value),
  parse: parseRunReport,
};

/** Lists of the report, the outcome they mean, and why. What was never submitted is no trial. */
const LISTS: readonly [field: string, outcome: Outcome, error: string | null][] = [
  ["resolved_ids", "passed", null],
  ["unresolved_ids", "failed", null],
  ["empty_patch_ids", "failed", "No patch was handed in."],
  ["error_ids", "errored", "The evaluation ended in an error."],
  ["failed_ids", "errored", "The evaluation failed to run."],
  ["pending_ids", "missing", "The evaluation was still pending."],
];

function* parseRunReport({ file, sample }: ParseInput): Generator<ImportRecord> {
  const value = sample.value as JsonObject;
  const seen = new Map<string, VerdictRecord>();
  for (const [field, outcome, error] of LISTS) {
    for (const taskName of textsOf(value[field])) {
      const held = seen.get(taskName);
      if (held?.outcome === outcome) continue;
      if (held) {
        yield problem(`${taskName} is listed as ${held.outcome} as well; that was imported.`, { field });
        continue;
      }
      seen.set(taskName, { kind: "verdict", path: file.path, level: "report", taskName, outcome, error });
    }
  }
  for (const taskName of textsOf(value["submitted_ids"])) {
    if (seen.has(taskName)) continue;
    const error = "The report gives no verdict on this submission.";
    seen.set(taskName, {
      kind: "verdict",
      path: file.path,
      level: "report",
      taskName,
      outcome: "missing",
      error,
    });
  }
  yield* seen.values();
  const lists = [...LISTS.map(([field]) => field), "submitted_ids"].map((field) => [field, "texts"] as const);
  for (const lost of unreadable(value, Object.fromEntries(lists))) yield { ...lost, rejects: "trials" };
  const said = objectAt({ value }, "value")["resolved_instances"];
  const counted = textsOf(value["resolved_ids"]).length;
  if (typeof said === "number" && said !== counted) {
    yield problem(`Says ${said}, but ${counted} ids are listed; the list was imported.`, {
      field: "resolved_instances",
    });
  }
}
