import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { describeArm } from "./describe-arm.ts";
import { incompleteText } from "./incomplete-runs.ts";
import { outcomesOfBins, passAtOfBins, type TaskBin } from "./pass-at.ts";

const random = seededRandom(81);
const upTo = (most: number) => Math.floor(random() * (most + 1));

function drawBins(): TaskBin[] {
  return Array.from({ length: upTo(6) }, () => ({
    tasks: upTo(4),
    outcomes: { passed: upTo(4), failed: upTo(4), errored: upTo(2), missing: upTo(2) },
  }));
}

/** n choose k. */
const choose = (n: number, k: number): number => (k === 0 ? 1 : k > n ? 0 : (choose(n - 1, k - 1) * n) / k);

describe("pass@k over bins", () => {
  it("agrees with the formula, task by task", () => {
    for (let round = 0; round < 200; round++) {
      const bins = drawBins();
      const k = 1 + upTo(4);
      const estimates = bins.flatMap(({ tasks, outcomes: { passed, failed, errored } }) => {
        const n = passed + failed + errored;
        const estimate = n < k ? [] : [1 - choose(n - passed, k) / choose(n, k)];
        return Array.from({ length: tasks }, () => estimate).flat();
      });
      const result = passAtOfBins(bins, k);
      const solved = estimates.reduce((sum, value) => sum + value, 0);
      expect(result.tasks).toBe(estimates.length);
      expect(result.solved).toBeCloseTo(solved, 10);
      if (estimates.length === 0) expect(result.value).toBeNull();
      else expect(result.value).toBeCloseTo(solved / estimates.length, 10);
    }
  });

  it("does not depend on the order of the bins, nor on how tasks are put into them", () => {
    for (let round = 0; round < 60; round++) {
      const bins = drawBins();
      const single = bins.flatMap(({ tasks, outcomes }) =>
        Array.from({ length: tasks }, () => ({ tasks: 1, outcomes })),
      );
      for (const other of [shuffled(bins, random), shuffled(single, random)]) {
        expect(outcomesOfBins(other)).toEqual(outcomesOfBins(bins));
        const [a, b] = [passAtOfBins(other, 2), passAtOfBins(bins, 2)];
        expect(a.tasks).toBe(b.tasks);
        expect(a.solved).toBeCloseTo(b.solved, 10);
      }
    }
  });

  it("is no less with more tries, among the tasks that have as many", () => {
    for (let round = 0; round < 60; round++) {
      const bins = drawBins().filter(({ outcomes: { passed, failed } }) => passed + failed >= 4);
      const values = [1, 2, 3, 4].map((k) => passAtOfBins(bins, k).value ?? 0);
      for (const [i, value] of values.slice(1).entries())
        expect(value).toBeGreaterThanOrEqual((values[i] ?? 0) - 1e-12);
      expect(Math.max(...values)).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  it("knows nothing of no tasks", () => {
    expect(passAtOfBins([], 1)).toEqual({ k: 1, value: null, solved: 0, tasks: 0 });
    expect(
      passAtOfBins([{ tasks: 0, outcomes: { passed: 3, failed: 0, errored: 0, missing: 0 } }], 1),
    ).toEqual({ k: 1, value: null, solved: 0, tasks: 0 });
    expect(outcomesOfBins([])).toEqual({ passed: 0, failed: 0, errored: 0, missing: 0 });
  });
});

describe("the words of a run", () => {
  it.each([
    [{ arm: "zero_shot", memoryType: "insight", scope: "in_domain" }, "zero-shot"],
    [{ arm: "memory", memoryType: null, scope: null }, "memory"],
    [{ arm: "memory", memoryType: null, scope: "in_domain" }, "memory, in-domain"],
    [{ arm: "memory", memoryType: "workflow", scope: "cross_domain" }, "workflow memory, cross-domain"],
  ] as const)("%j is %s", (run, words) => {
    expect(describeArm(run)).toBe(words);
  });

  it("name every incomplete run, in the singular and in the plural", () => {
    expect(incompleteText([{ name: "Z" }])).toMatch(/^Z is incomplete/);
    expect(incompleteText([{ name: "Z" }, { name: "I" }])).toMatch(/^Z and I are incomplete/);
  });
});
