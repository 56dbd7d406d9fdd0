import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { parseContent } from "#lib/testing/parse-source.ts";

const LISTS = [
  ["resolved_ids", "passed"],
  ["unresolved_ids", "failed"],
  ["empty_patch_ids", "failed"],
  ["error_ids", "errored"],
  ["failed_ids", "errored"],
  ["pending_ids", "missing"],
  ["submitted_ids", "missing"],
] as const;

/** The verdicts of a run's report, as task and outcome. */
async function verdictsOf(report: object): Promise<Map<string, string>> {
  const { records } = await parseContent("report.json", { total_instances: 0, resolved_ids: [], ...report });
  const verdicts = records.filter((record) => record.kind === "verdict");
  const byTask = new Map(verdicts.map(({ taskName, outcome }) => [taskName, outcome]));
  expect(byTask.size).toBe(verdicts.length);
  return byTask;
}

describe("a run's report", () => {
  it("gives a task in several lists the outcome of the first, whatever order the lists stand in", async () => {
    const random = seededRandom(19);
    for (let round = 0; round < 25; round += 1) {
      const report: Record<string, string[]> = Object.fromEntries(LISTS.map(([field]) => [field, []]));
      const expected = new Map<string, string>();
      for (let task = 0; task < 12; task += 1) {
        const chosen = LISTS.filter(() => random() < 0.3);
        for (const [field] of chosen) report[field]?.push(`toy__a-${task}`);
        if (chosen[0]) expected.set(`toy__a-${task}`, chosen[0][1]);
      }
      const turned = Object.fromEntries(
        shuffled(Object.entries(report), random).map(([field, tasks]) => [field, shuffled(tasks, random)]),
      );
      expect(await verdictsOf(turned)).toEqual(expected);
    }
  });

  it("counts a task named twice in a list once", async () => {
    expect(await verdictsOf({ unresolved_ids: ["a", "a"] })).toEqual(new Map([["a", "failed"]]));
  });

  it("tells a task that stands in lists of different outcomes", async () => {
    const { problems } = await parseContent("report.json", {
      total_instances: 1,
      resolved_ids: ["a"],
      unresolved_ids: ["a"],
      submitted_ids: ["a"],
    });
    expect(problems).toMatchObject([{ field: "unresolved_ids", reason: expect.stringContaining("passed") }]);
  });

  it("makes no trial of what was never submitted", async () => {
    expect(await verdictsOf({ unsubmitted_ids: ["a"], incomplete_ids: ["b"] })).toEqual(new Map());
  });

  it("says of each task without a verdict of its own why it has none", async () => {
    const { records } = await parseContent("report.json", {
      resolved_ids: ["a"],
      submitted_ids: ["a", "b"],
      error_ids: ["c"],
      empty_patch_ids: ["d"],
    });
    const errors = records.map((record) => (record.kind === "verdict" ? record.error : null));
    expect(errors[0]).toBeNull();
    expect(errors.slice(1).every((error) => error !== null)).toBe(true);
    expect(new Set(errors).size).toBe(4);
  });

  it.each([
    [2, "2"],
    [0, "0"],
  ])("tells that it counts %j resolved and lists one, and imports the list", async (said, shown) => {
    const { problems, records } = await parseContent("report.json", {
      total_instances: 1,
      resolved_ids: ["a"],
      resolved_instances: said,
    });
    expect(problems).toMatchObject([
      { field: "resolved_instances", rejects: null, reason: expect.stringContaining(shown) },
    ]);
    expect(records).toHaveLength(2);
  });

  it("tells a list that is none, with its field, and imports the others", async () => {
    const { problems, records } = await parseContent("report.json", {
      total_instances: 2,
      resolved_ids: ["a"],
      unresolved_ids: "b",
      error_ids: null,
    });
    expect(problems).toMatchObject([{ field: "unresolved_ids", rejects: "trials" }]);
    expect(records[0]).toMatchObject({ taskName: "a", outcome: "passed" });
  });
});

describe("the report of an instance", () => {
  const fine = { patch_exists: true, patch_is_None: false, patch_successfully_applied: true };
  it.each([
    [{ ...fine, resolved: true }, "passed", false],
    [{ ...fine, resolved: false }, "failed", false],
    [{ ...fine, resolved: false, patch_exists: false }, "failed", true],
    [{ ...fine, resolved: false, patch_is_None: true }, "failed", true],
    [{ ...fine, resolved: false, patch_successfully_applied: false }, "failed", true],
    [{ ...fine, resolved: true, patch_successfully_applied: false }, "passed", false],
    [{ tests_status: {}, resolved: false }, "failed", false],
  ])("%j is %s", async (row, outcome, isExplained) => {
    const { records } = await parseContent("report.json", { "toy__a-1": row });
    expect(records).toMatchObject([{ kind: "verdict", level: "instance", taskName: "toy__a-1", outcome }]);
    expect(records[0]).toHaveProperty("error", isExplained ? expect.any(String) : null);
  });

  it("among others names the one that gives no verdict, and keeps the rest", async () => {
    const { records } = await parseContent("report.json", {
      a: { ...fine, resolved: true },
      b: { ...fine, resolved: "yes" },
      c: "text",
      d: { ...fine, resolved: null },
      é: { ...fine, resolved: false },
    });
    expect(records).toMatchObject([
      { taskName: "a", outcome: "passed" },
      { field: "b.resolved", rejects: "trials", reason: expect.stringContaining('"yes"') },
      { field: "c", rejects: "trials" },
      { field: "d.resolved", rejects: "trials", reason: expect.stringContaining("null") },
      { taskName: "é", outcome: "failed" },
    ]);
  });

  it("tells which of its tests failed", async () => {
    const tests_status = {
      FAIL_TO_PASS: { success: ["t1"], failure: ["t2"] },
      PASS_TO_PASS: { success: ["t3", "t4"], failure: [] },
    };
    const { records } = await parseContent("report.json", { a: { ...fine, resolved: false, tests_status } });
    expect(records).toMatchObject([
      { details: { tests: { passed: 3, failed: 1, other: 0, failedNames: ["t2"] } } },
    ]);
  });

  it("that stands flat names its field without a task", async () => {
    const { problems } = await parseContent("report.json", { ...fine, resolved: 1 });
    expect(problems).toMatchObject([{ field: "resolved", rejects: "trials" }]);
  });

  it("that lists a testbed's tests is refused, and is a verdict once it has one", async () => {
    const tests = { FAIL_TO_PASS: {}, PASS_TO_PASS: {} };
    const bare = await parseContent("report.json", tests);
    expect(bare.records).toMatchObject([{ kind: "problem", field: "resolved", rejects: "trials" }]);
    const judged = await parseContent("report.json", { ...tests, resolved: true, patch_exists: true });
    expect(judged.records).toMatchObject([{ kind: "verdict", outcome: "passed" }]);
  });
});
