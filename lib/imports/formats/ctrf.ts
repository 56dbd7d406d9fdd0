import { MAX_FAILED_TESTS, type TestCounts } from "#lib/runs/trial-details.ts";
import { isObject, kindOf, objectAt, textOf } from "../json-fields.ts";
import { type ImportRecord, problem } from "../records.ts";
import type { Format, ParseInput } from "./format.ts";

/**
 * A Common Test Report (`verifier/ctrf.json`): which of a trial's tests passed. It says why a trial failed, never
 * whether: the reward does.
 */
export const ctrf: Format = {
  name: "ctrf",
  recognize: ({ value }) =>
    isObject(objectAt(value, "results")["summary"]) && Array.isArray(objectAt(value, "results")["tests"]),
  parse,
};

function* parse({ file, sample }: ParseInput): Generator<ImportRecord> {
  const results = objectAt(sample.value, "results");
  const listed = results["tests"] as unknown[];
  const tests: TestCounts = { passed: 0, failed: 0, other: 0, failedNames: [] };
  for (const [index, test] of listed.entries()) {
    const field = `results.tests[${index}]`;
    if (!isObject(test)) yield problem(`Expected a test, found ${kindOf(test)}: left out.`, { field });
    else if (textOf(test["status"]) === null)
      yield problem("The test has no status: left out.", { field: `${field}.status` });
    else add(tests, test["status"] as string, textOf(test["name"]) ?? `test ${index + 1}`);
  }
  const said = objectAt(results, "summary")["failed"];
  if (typeof said === "number" && said !== tests.failed)
    yield problem(`Says ${said}, but ${tests.failed} failed tests are listed; the list was read.`, {
      field: "results.summary.failed",
    });
  yield { kind: "tests", path: file.path, tests };
}

function add(tests: TestCounts, status: string, name: string): void {
  if (status === "passed") tests.passed += 1;
  else if (status !== "failed") tests.other += 1;
  else {
    tests.failed += 1;
    if (tests.failedNames.length < MAX_FAILED_TESTS) tests.failedNames.push(name.slice(0, 500));
  }
}
