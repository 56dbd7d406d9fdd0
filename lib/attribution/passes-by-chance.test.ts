import { describe, expect, it } from "vitest";
import { passesByChance } from "./passes-by-chance.ts";

const task = (base: number, candidate: number, benchmark = "b", attempts = 3) => ({
  benchmark,
  base: { scored: attempts, passed: base },
  candidate: { scored: attempts, passed: candidate },
});
const mean = (passes: readonly number[] | undefined) =>
  (passes ?? []).reduce((sum, probability, count) => sum + probability * count, 0);
const repeat = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

describe("passesByChance", () => {
  const lossy = [...repeat(60, task(3, 1)), ...repeat(20, task(0, 0)), ...repeat(20, task(3, 3))];

  it("adds up to 1 and gives tasks without a difference none", () => {
    const { givenTotal, givenBaseline } = passesByChance(lossy);
    for (const passes of [...givenTotal, ...givenBaseline]) {
      expect(passes.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 9);
    }
    expect(givenTotal[70]?.[0]).toBeCloseTo(1, 12);
    expect(givenTotal[99]?.[3]).toBeCloseTo(1, 12);
  });

  it("expects of every task what the run as a whole lost", () => {
    const { givenTotal, givenBaseline } = passesByChance(lossy);
    // Half of the four passes would fall on the candidate, were the run like its baseline.
    expect(mean(givenTotal[0])).toBeCloseTo(1, 0);
    expect(mean(givenBaseline[0])).toBeCloseTo(1.5, 1);
  });

  it("lets a benchmark differ from the rest, and one of few tasks hardly", () => {
    const tasks = [
      ...repeat(80, task(2, 2)),
      ...repeat(40, task(2, 0, "lost")),
      ...repeat(2, task(2, 0, "two tasks")),
    ];
    const { givenTotal, givenBaseline } = passesByChance(tasks);
    for (const passes of [givenTotal, givenBaseline]) {
      expect(mean(passes[80])).toBeLessThan(0.5);
      expect(mean(passes[120])).toBeGreaterThan(mean(passes[80]) + 0.2);
    }
  });
});
