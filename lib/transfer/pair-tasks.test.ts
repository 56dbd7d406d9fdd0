import { describe, expect, it } from "vitest";
import { pairTasks } from "./pair-tasks.ts";
import type { ComparedTrial } from "./schema.ts";

function trial(taskName: string, checksum = "", benchmark = "b", attempt = 1): ComparedTrial {
  return {
    taskId: `${benchmark}/${taskName}/${checksum}`,
    benchmark,
    taskName,
    checksum,
    attempt,
    outcome: "passed",
  };
}

describe("pairTasks", () => {
  it.each([
    { why: "equal checksums", base: ["x"], candidate: ["x"], pairs: 1, left: [], right: [] },
    { why: "both unknown", base: [""], candidate: [""], pairs: 1, left: [], right: [] },
    { why: "one side unknown", base: ["x"], candidate: [""], pairs: 1, left: [], right: [] },
    { why: "changed task", base: ["x"], candidate: ["y"], pairs: 0, left: ["changed"], right: ["changed"] },
    { why: "absent task", base: ["x"], candidate: [], pairs: 0, left: ["absent"], right: [] },
    {
      why: "unknown could be either of two",
      base: [""],
      candidate: ["x", "y"],
      pairs: 0,
      left: ["changed"],
      right: ["changed", "changed"],
    },
    {
      why: "equal first, unknown gets the rest",
      base: ["x", ""],
      candidate: ["x", "y"],
      pairs: 2,
      left: [],
      right: [],
    },
  ])("$why", ({ base, candidate, pairs, left, right }) => {
    const result = pairTasks(
      base.map((checksum) => trial("t", checksum)),
      candidate.map((checksum) => trial("t", checksum)),
    );
    expect(result.pairs).toHaveLength(pairs);
    expect(result.unmatched.base.map((task) => task.reason)).toEqual(left);
    expect(result.unmatched.candidate.map((task) => task.reason)).toEqual(right);
  });

  it("keeps equal names of two benchmarks apart", () => {
    const result = pairTasks([trial("t", "", "a")], [trial("t", "", "b")]);
    expect(result.pairs).toEqual([]);
    expect(result.unmatched.base).toEqual([
      { taskId: "a/t/", benchmark: "a", taskName: "t", checksum: "", reason: "absent" },
    ]);
  });

  it("gathers the attempts of a task", () => {
    const { pairs } = pairTasks([trial("t"), trial("t", "", "b", 2)], [trial("t")]);
    expect(pairs[0]?.base.trials.map((each) => each.attempt)).toEqual([1, 2]);
  });
});
