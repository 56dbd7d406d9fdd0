import { expect, it } from "vitest";
import { MAX_FAILED_TESTS } from "#lib/runs/trial-details.ts";
import { parseContent } from "#lib/testing/parse-source.ts";

const report = (tests: unknown[], summary: object = {}) => ({ results: { tool: {}, summary, tests } });
const failed = (name: string) => ({ name, status: "failed" });

it("tells which tests failed", async () => {
  const tests = [{ name: "a", status: "passed" }, failed("b"), { name: "c", status: "skipped" }];
  expect((await parseContent("ctrf.json", report(tests, { failed: 1 }))).records).toEqual([
    {
      kind: "tests",
      path: "ctrf.json",
      tests: { passed: 1, failed: 1, other: 1, failedNames: ["b"] },
    },
  ]);
});

it("keeps a bounded number of names and the exact counts", async () => {
  const many = Array.from({ length: MAX_FAILED_TESTS + 5 }, (_, index) => failed(`t${index}`));
  const [record] = (await parseContent("ctrf.json", report(many))).records;
  if (record?.kind !== "tests") throw new Error("a list of tests was given");
  expect([record.tests.failed, record.tests.failedNames.length]).toEqual([
    MAX_FAILED_TESTS + 5,
    MAX_FAILED_TESTS,
  ]);
});

it("names what is no test, and a summary that disagrees", async () => {
  const { problems } = await parseContent(
    "ctrf.json",
    report([5, { name: "a" }, failed("b")], { failed: 9 }),
  );
  expect(problems.map(({ field }) => field)).toEqual([
    "results.tests[0]",
    "results.tests[1].status",
    "results.summary.failed",
  ]);
});
