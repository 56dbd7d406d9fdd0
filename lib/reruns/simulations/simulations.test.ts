import { describe, expect, it } from "vitest";
import { RERUN_ALPHA } from "../schema.ts";
import { simulateCoverage } from "./simulate-coverage.ts";
import { type PeekingTruth, simulatePeeking } from "./simulate-peeking.ts";

const nulls: Record<string, PeekingTruth> = {
  "every attempt passes or fails by a coin": { memories: 3, chance: () => 0.5, rounds: 3 },
  "failures end late": { memories: 3, chance: () => 0.6, rounds: 3, failuresLate: true },
  "two memories that help a little": { memories: 2, chance: (subset) => (subset & 1 ? 0.6 : 0.4), rounds: 4 },
};

describe("the stopping rule, looked at after every rerun", () => {
  for (const [name, truth] of Object.entries(nulls))
    it(`stops falsely in at most a share of ${RERUN_ALPHA} of plans: ${name}`, () => {
      const { confirmed } = simulatePeeking(truth, 500, 11);
      expect(confirmed).toBeLessThanOrEqual(RERUN_ALPHA);
    });

  it("finds a memory that loses the task, mostly within three rounds of the plan", () => {
    const chance = (subset: number) => (subset & 2 ? 0.1 : 0.9);
    expect(simulatePeeking({ memories: 3, chance, rounds: 3 }, 200, 12).confirmed).toBeGreaterThan(0.8);
  });
});

describe("intervals of Shapley values", () => {
  const lattices: [string, number[]][] = [
    ["one memory that loses the task", [0.9, 0.1, 0.9, 0.1, 0.9, 0.1, 0.9, 0.1]],
    ["two that lose it together", [0.9, 0.9, 0.9, 0.1, 0.9, 0.9, 0.9, 0.1]],
    ["none", new Array(8).fill(0.6)],
  ];
  for (const [name, chances] of lattices)
    for (const repeats of [1, 2, 4])
      it(`hold the truth in at least 95% of lattices, 92% at one rerun each: ${name}, ${repeats} each`, () => {
        const { values, pairs } = simulateCoverage(chances, repeats, 250, 13);
        expect(Math.min(values, pairs)).toBeGreaterThan(repeats === 1 ? 0.92 : 0.95);
      });
});
