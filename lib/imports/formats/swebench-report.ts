import { basename, dirname } from "node:path/posix";
import { isObject, type JsonObject, objectAt, textsOf } from "../json-fields.ts";
import { type ImportRecord, type Outcome, problem, type VerdictRecord } from "../records.ts";
import { unreadable } from "../unreadable.ts";
import type { Format, ParseInput } from "./format.ts";

/** A verdict on one instance: flat, or keyed by the instance's id. */
export const swebenchReport: Format = {
  name: "swe-bench-report",
  recognize: ({ value }) => isObject(value) && (isVerdict(value) || Object.values(value).some(isVerdict)),
  parse: parseVerdicts,
};

/** A report over a whole run: schema version 2, and sb-cli's with pending and failed instances. */
export const swebenchRunReport: Format = {
  name: "swe-bench-run-report",
  recognize: ({ value }) =>
    isObject(value) &&
    Array.isArray(value["resolved_ids"]) &&
    ("total_instances" in value || "submitted_ids" in value),
  parse: parseRunReport,
};

/** Lists of a testbed's tests: named report.json too, but they give no verdict on a patch. */
export const swebenchTestbed: Format = {
  name: "swe-bench-testbed-list",
  recognize: ({ value }) =>
    isObject(value) &&
    !("resolved" in value) &&
    isObject(value["FAIL_TO_PASS"]) &&
    isObject(value["PASS_TO_PASS"]),
  parse: function* () {
    yield problem(
      "This report lists the tests of a testbed and holds no verdict (no `resolved`), so it is not the result of a trial: not imported.",
      { field: "resolved", rejects: "trials" },
    );
  },
};

function isVerdict(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    "resolved" in value &&
    ("patch_exists" in value || "tests_status" in value || "patch_is_None" in value)
  );
}

function* parseVerdicts({ file, sample }: ParseInput): Generator<ImportRecord> {
  const value = sample.value as JsonObject;
  const entries = isVerdict(value)
    ? [[basename(dirname(file.place)), value] as const]
    : Object.entries(value);
  const keyed = !isVerdict(value);
  for (const [taskName, row] of entries) {
    const at = (key: string) => (keyed ? `${taskName}.${key}` : key);
    if (!isVerdict(row))
      yield problem("Expected a verdict with `resolved`.", { field: taskName, rejects: "trials" });
    else if (typeof row["resolved"] !== "boolean") {
      yield problem(`Expected true or false, found ${JSON.stringify(row["resolved"])}.`, {
        field: at("resolved"),
        rejects: "trials",
      });
    } else
      yield {
        kind: "verdict",
        path: file.path,
        level: "instance",
        taskName,
        ...outcomeOf(row, row["resolved"]),
      };
  }
}

function outcomeOf(row: JsonObject, resolved: boolean): { outcome: Outcome; error: string | null } {
  if (resolved) return { outcome: "passed", error: null };
  if (row["patch_is_None"] === true || row["patch_exists"] === false)
    return { outcome: "failed", error: "No patch was handed in." };
  if (row["patch_successfully_applied"] === false)
    return { outcome: "failed", error: "The patch did not apply." };
  return { outcome: "failed", error: null };
}

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
      if (seen.has(taskName)) continue;
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
