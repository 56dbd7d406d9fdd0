import { describe, expect, it } from "vitest";
import { chanceOfLoss, fitNoise } from "./noise.ts";
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

  it("solves the flip rate for the Beta, with half a flip and half a pass added", () => {
    // Two tasks, 2 of 2 and 0 of 2: flips 0, mean (1 + .5)/3 = .5, smoothed .5/3 = 1/6.
    // agreement = (1/6)/(2 * .25) = 1/3, so alpha + beta = 1/2, alpha = beta = 1/4.
    const model = fitNoise([tally(2, 2), tally(0, 2)]);
    expect(model?.alpha).toBeCloseTo(0.25, 12);
    expect(model?.beta).toBeCloseTo(0.25, 12);
    expect(model?.flipRate).toBe(0);
  });

  it("stays finite for a baseline that is all noise", () => {
    const model = fitNoise([tally(1, 2), tally(1, 2), tally(1, 2)]);
    expect(model?.flipRate).toBe(1);
    expect(Number.isFinite(model?.alpha)).toBe(true);
  });
});

describe("chanceOfLoss", () => {
  const model = { tasks: 10, flipRate: 0.1, alpha: 0.25, beta: 0.25 };
  it.each([
    // after 3 of 3: Beta(3.25, .25); (.25/3.5)(1.25/4.5)(2.25/5.5)
    {
      base: tally(3, 3),
      attempts: 3,
      chance: (0.25 / 3.5) * (1.25 / 4.5) * (2.25 / 5.5),
      why: "hardly ever",
    },
    // after 1 of 1: Beta(1.25, .25); .25/1.5 - one attempt against one proves nothing
    { base: tally(1, 1), attempts: 1, chance: 0.25 / 1.5, why: "one attempt each" },
    // after 1 of 3: Beta(1.25, 2.25); (2.25/3.5)(3.25/4.5)(4.25/5.5)
    {
      base: tally(1, 3),
      attempts: 3,
      chance: (2.25 / 3.5) * (3.25 / 4.5) * (4.25 / 5.5),
      why: "a shaky solve",
    },
    { base: tally(3, 3), attempts: 0, chance: 1, why: "no attempt, nothing shown" },
  ])("$why", ({ base, attempts, chance }) => {
    expect(chanceOfLoss(model, base, attempts)).toBeCloseTo(chance, 12);
  });
});
