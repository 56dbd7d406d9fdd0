import { expect, it } from "vitest";
import { outcomesOfBins, passAtOfBins } from "./pass-at.ts";

function bin(tasks: number, passed: number, failed: number, errored = 0, missing = 0) {
  return { tasks, outcomes: { passed, failed, errored, missing } };
}

it.each([
  // 2 tasks at 1/3 and 1 at 1: (2/3 + 1) / 3.
  { why: "pass@1 is the mean share", bins: [bin(2, 1, 2), bin(1, 3, 0)], k: 1, value: 5 / 9, tasks: 3 },
  { why: "pass@3 of three is any passed", bins: [bin(2, 1, 2), bin(2, 0, 3)], k: 3, value: 0.5, tasks: 4 },
  // 1 of 4: 1 - C(3,3)/C(4,3) = 3/4.
  { why: "pass@3 of four is an estimate", bins: [bin(1, 1, 3)], k: 3, value: 0.75, tasks: 1 },
  { why: "errored counts as not passed", bins: [bin(1, 1, 0, 1)], k: 1, value: 0.5, tasks: 1 },
  { why: "missing does not count", bins: [bin(1, 1, 0, 0, 2)], k: 1, value: 1, tasks: 1 },
  { why: "too few attempts are left out", bins: [bin(1, 1, 0), bin(1, 0, 3)], k: 3, value: 0, tasks: 1 },
  { why: "no task with enough attempts: unknown", bins: [bin(5, 1, 0)], k: 3, value: null, tasks: 0 },
])("$why", ({ bins, k, value, tasks }) => {
  const result = passAtOfBins(bins, k);
  expect(result.tasks).toBe(tasks);
  if (value === null) expect(result.value).toBeNull();
  else expect(result.value).toBeCloseTo(value, 12);
});

it("counts attempts, not tasks", () => {
  expect(outcomesOfBins([bin(2, 1, 2), bin(3, 0, 0, 1, 2)])).toEqual({
    passed: 2,
    failed: 4,
    errored: 3,
    missing: 6,
  });
});

it("reproduces five attempts at 80 tasks by their histogram of solved attempts", () => {
  // Tasks solved 0 to 5 times: 37, 7, 4, 3, 4, 25.
  const bins = [37, 7, 4, 3, 4, 25].map((tasks, passed) => bin(tasks, passed, 5 - passed));
  expect(passAtOfBins(bins, 1).value).toBeCloseTo(0.4125, 12);
  expect(passAtOfBins(bins, 3).value).toBeCloseTo(0.4975, 12);
});
