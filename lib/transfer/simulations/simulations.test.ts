import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { rateMixes } from "./draw-runs.ts";
import { simulateIntervals } from "./simulate-intervals.ts";
import { simulateLosses } from "./simulate-losses.ts";
import { simulatePage } from "./simulate-page.ts";

// The same simulations run at full size under `npx carryover bench calibration`.

describe("a run against its own repeat", () => {
  it.each(rateMixes)("has a supported loss in at most a tenth of the cases: rates %s", (mix) => {
    const settings = { mix, tasks: 200, attempts: 3, repeats: 60, planted: 0 };
    const result = simulateLosses(settings, seededRandom(17));
    // .1 and two standard errors of 60 repeats.
    expect(result.anyFalse).toBeLessThan(0.1 + 2 * Math.sqrt((0.1 * 0.9) / 60));
    expect(result.holdsLost).toBeGreaterThan(0.88);
    expect(result.holdsTruth).toBeGreaterThan(0.88);
    expect(result.expectedLost / result.truth).toBeGreaterThan(0.93);
    expect(result.expectedLost / result.truth).toBeLessThan(1.07);
  });

  it.each([
    { mix: "settled", attempts: 3 },
    { mix: "uniform", attempts: 3 },
    { mix: "uniform", attempts: 1 },
  ] as const)("shows hardly anything at all: rates $mix, $attempts attempts", ({ mix, attempts }) => {
    const settings = { mix, tasks: 150, benchmarks: 5, repeats: 60, attempts };
    const result = simulatePage(settings, seededRandom(23));
    // At most its level, per page and over the family of benchmarks, and two standard errors of 60 repeats.
    expect(result.verdict).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / 60));
    expect(result.worse).toBeLessThan(0.025 + 2 * Math.sqrt((0.025 * 0.975) / 60));
    expect(result.anyBenchmark).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / 60));
    expect(result.anything).toBeLessThan(0.2);
    expect(result.intervalWithoutZero).toBeLessThan(0.09);
  });
});

describe("planted losses", () => {
  it("are found where tasks are settled, with few false ones among them", () => {
    const settings = { mix: "settled" as const, tasks: 200, attempts: 3, repeats: 30, planted: 10 };
    const result = simulateLosses(settings, seededRandom(29));
    expect(result.power).toBeGreaterThan(0.8);
    expect(result.falseShare).toBeLessThan(0.1);
  });
});

describe("intervals of a paired difference", () => {
  it.each([
    { why: "few sparse tasks", mix: "settled", benchmarks: [12], attempts: 1, k: 1, harm: 0.1 },
    { why: "few dense tasks", mix: "all .5", benchmarks: [12], attempts: 3, k: 1, harm: 0 },
    { why: "pass@3 of 40", mix: "uniform", benchmarks: [40], attempts: 3, k: 3, harm: 0.1 },
    { why: "pass@1 of 90", mix: "bimodal", benchmarks: [90], attempts: 3, k: 1, harm: 0 },
    { why: "macro of unequal sizes", mix: "uniform", benchmarks: [5, 12, 60], attempts: 3, k: 3, harm: 0.1 },
    { why: "macro of small ones", mix: "all .5", benchmarks: [12, 12, 12], attempts: 1, k: 1, harm: 0 },
  ] as const)("hold the truth, and never have width 0: $why", (settings) => {
    const result = simulateIntervals({ ...settings, repeats: 300 }, seededRandom(31));
    // .95 less two standard errors of 300 repeats.
    expect(result.coverage).toBeGreaterThan(0.95 - 2 * Math.sqrt((0.95 * 0.05) / 300));
    expect(result.leastWidth).toBeGreaterThan(0.01);
  });
});

it("a stratified bootstrap misses the truth far more often than the score interval where tasks are few and settled", () => {
  // Rates of .02 and .97.
  const settings = { mix: "settled", benchmarks: [12], attempts: 1, k: 1, harm: 0.1, repeats: 300 } as const;
  const found = simulateIntervals({ ...settings, bootstrap: 200 }, seededRandom(37));
  expect(found.coverage).toBeGreaterThan(0.925);
  expect(found.bootstrapCoverage).toBeLessThan(0.8);
});
