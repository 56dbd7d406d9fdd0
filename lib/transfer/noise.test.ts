import { describe, expect, it } from "vitest";
import { chanceOfLoss, fitNoise, type NoiseModel, PASS_RATES } from "./noise.ts";
import type { TaskTally } from "./schema.ts";
import { noOutcomes } from "./tally-attempts.ts";

function tally(passed: number, scored: number): TaskTally {
  return { outcomes: noOutcomes(), scored, passed, firstK: [] };
}

describe("fitNoise", () => {
  it("gives no model, rather than a noiseless one, when nothing was repeated", () => {
    expect(fitNoise([tally(1, 1), tally(0, 1), tally(0, 0)])).toBeNull();
  });

  it("counts the share of differing pairs of attempts, per task", () => {
    // 1 of 3: pairs that differ 2 of 3. 3 of 3: none. 1 of 2: one of one. Mean (2/3 + 0 + 1) / 3.
    const model = fitNoise([tally(1, 3), tally(3, 3), tally(1, 2), tally(1, 1)]);
    expect(model?.tasks).toBe(3);
    expect(model?.flipRate).toBeCloseTo(5 / 9, 12);
  });

  it("finds settled tasks settled: nearly all weight near the rates 0 and 1", () => {
    const settled = Array.from({ length: 200 }, (_, i) => tally(i % 2 === 0 ? 3 : 0, 3));
    const { weights } = fitNoise(settled) ?? { weights: [] };
    const ends = weights.filter((_, i) => Math.abs((PASS_RATES[i] ?? 0) - 0.5) > 0.45);
    expect(ends.reduce((sum, weight) => sum + weight, 0)).toBeGreaterThan(0.95);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it("does not take a few repeats without a flip to be free of noise", () => {
    const model = fitNoise([tally(2, 2), tally(0, 2)]);
    expect(model?.flipRate).toBe(0);
    expect(model && chanceOfLoss(model, tally(2, 2), 1)).toBeGreaterThan(0.01);
  });
});

describe("chanceOfLoss", () => {
  /** All weight at rate 1/2, the middle of the grid. */
  const coin = modelOf({ 20: 1 });
  /** Half of the tasks are always passed, half are coins. */
  const mixed = modelOf({ 20: 0.5, 40: 0.5 });

  it.each([
    { why: "a coin, once", model: coin, base: tally(1, 1), attempts: 1, chance: 0.5 },
    { why: "a coin has no memory", model: coin, base: tally(3, 3), attempts: 3, chance: 0.125 },
    // After 3 of 3: weights 1/2 * 1 and 1/2 * 1/8; only the coin can lose, with 1/8.
    {
      why: "always passed, or a lucky coin",
      model: mixed,
      base: tally(3, 3),
      attempts: 3,
      chance: 1 / 8 / 8 / (9 / 8),
    },
    // One failure proves the coin.
    { why: "a shaky solve", model: mixed, base: tally(2, 3), attempts: 3, chance: 0.125 },
    { why: "no attempt, nothing shown", model: coin, base: tally(3, 3), attempts: 0, chance: 1 },
  ])("$why", ({ model, base, attempts, chance }) => {
    expect(chanceOfLoss(model, base, attempts)).toBeCloseTo(chance, 12);
  });
});

/** A model with the given weights by place in PASS_RATES. */
function modelOf(placed: Record<number, number>): NoiseModel {
  return { tasks: 10, flipRate: 0.1, weights: PASS_RATES.map((_, i) => placed[i] ?? 0) };
}
