import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import {
  type JudgedAttempt,
  predictionPoweredDifference,
  predictionPoweredRate,
} from "./prediction-powered.ts";
import { simulateJudged } from "./simulate-judged.ts";

const flags = (text: string) => [...text].map((each) => each === "1");

/** Y, F and the F of attempts judged only; each is a task of its own. */
function attemptsOf(truth: string, judged: string, others: string): JudgedAttempt[] {
  const verified = flags(truth).map((each, i) => ({
    task: `v${i}`,
    judged: flags(judged)[i] ?? false,
    verified: each,
  }));
  return [...verified, ...flags(others).map((each, i) => ({ task: `u${i}`, judged: each, verified: null }))];
}

const truth = "1011001101".repeat(2);
const judged = "1010101101".repeat(2);
const others = "11011010111001110111".repeat(2);

describe("predictionPoweredRate", () => {
  it("equals PPI++ with its tuned weight", () => {
    // numpy, the formulas of arXiv 2311.01453 with Y, F, G as above, n = 20, N = 40:
    //   lam = cov(F, Y, ddof=1) / ((1 + n / N) * var(F and G, ddof=1)); lam * mean(G) + mean(Y - lam * F)
    const found = predictionPoweredRate(attemptsOf(truth, judged, others));
    if (!("value" in found)) throw new Error(found.undefinedBecause);
    expect(found.value.lambda).toBeCloseTo(0.43473684210526314, 10);
    expect(found.value.estimate).toBeCloseTo(0.6434736842105264, 10);
    expect(found.value).toMatchObject({ verified: 20, judgedOnly: 40, level: 0.95 });
    // sqrt(lam^2 var(G) / N + var(Y - lam F) / n) = 0.098132; ours adds two attempts at which the judge is wrong.
    const se = (found.value.high - found.value.low) / 2 / 2.093024054408263;
    expect(Math.sqrt(se ** 2 - 2 / 400)).toBeCloseTo(0.098132, 2);
  });

  it("says why there is none", () => {
    expect(predictionPoweredRate(attemptsOf("101", "101", "1"))).toEqual({
      undefinedBecause: expect.stringContaining("there are 3 and 1"),
    });
    expect(predictionPoweredDifference([], [])).toEqual({ undefinedBecause: expect.any(String) });
  });

  it.each([
    { why: "a fair judge", rate: 0.5, verified: 50, sensitivity: 0.95, specificity: 0.95 },
    { why: "a judge that passes too much", rate: 0.2, verified: 50, sensitivity: 0.8, specificity: 0.6 },
    { why: "hardly anything passes", rate: 0.03, verified: 20, sensitivity: 0.95, specificity: 0.95 },
    {
      why: "hardly anything fails, and the judge is right",
      rate: 0.97,
      verified: 50,
      sensitivity: 1,
      specificity: 1,
    },
  ])("holds the truth: $why", ({ why: _, ...settings }) => {
    const found = simulateJudged({ ...settings, tasks: 300, attempts: 1, repeats: 250 }, seededRandom(8));
    // .95 less two standard errors of 250 repeats.
    const least = 0.95 - 2 * Math.sqrt((0.95 * 0.05) / 250);
    expect(found.rate).toBeGreaterThan(least);
    expect(found.difference).toBeGreaterThan(least);
  });

  it("is needed: the judge alone misses the truth nearly always where it passes too much", () => {
    const settings = {
      rate: 0.2,
      verified: 50,
      sensitivity: 0.8,
      specificity: 0.6,
      tasks: 300,
      attempts: 1,
      repeats: 50,
    };
    expect(simulateJudged(settings, seededRandom(8)).judgeAlone).toBeLessThan(0.05);
  });
});
