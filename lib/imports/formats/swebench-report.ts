import { basename, dirname } from "node:path/posix";
import { compactDetails, MAX_FAILED_TESTS, type TestCounts } from "#lib/runs/trial-details.ts";
import { isObject, type JsonObject, objectAt, textsOf } from "../json-fields.ts";
import { type ImportRecord, type Outcome, problem } from "../records.ts";
import type { Format, ParseInput } from "./format.ts";

/** A verdict on one instance: flat, or keyed by the instance's id. */
export const swebenchReport: Format = {
  name: "swe-bench-report",
  recognize: ({ value }) => isObject(value) && (isVerdict(value) || Object.values(value).some(isVerdict)),
  parse: parseVerdicts,
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
        details: compactDetails({ tests: testsOf(row["tests_status"]) }),
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

/** The tests that the patch was to mend and those that it was not to break. */
function testsOf(status: unknown): TestCounts | null {
  if (!isObject(status)) return null;
  const names = (key: "success" | "failure") =>
    ["FAIL_TO_PASS", "PASS_TO_PASS"].flatMap((list) => textsOf(objectAt(status, list)[key]));
  const [passed, failed] = [names("success"), names("failure").filter((name) => name !== "")];
  if (passed.length + failed.length === 0) return null;
  return {
    passed: passed.length,
    failed: failed.length,
    other: 0,
    failedNames: failed.slice(0, MAX_FAILED_TESTS).map((name) => name.slice(0, 500)),
  };
}
