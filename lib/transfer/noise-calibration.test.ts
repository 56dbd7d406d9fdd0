import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { compareRuns } from "./compare.ts";
import type { ComparedTrial } from "./schema.ts";

/** A run of `rates.length` tasks, three attempts each, where task i passes with chance rates[i]. */
function drawRun(rates: readonly number[], random: () => number): ComparedTrial[] {
  return rates.flatMap((rate, i) =>
    [1, 2, 3].map((attempt) => ({
      taskId: `t${i}`,
      benchmark: "b",
      taskName: `t${i}`,
      checksum: "",
      attempt,
      outcome: random() < rate ? ("passed" as const) : ("failed" as const),
    })),
  );
}

describe("a run compared to its own repeat", () => {
  // Mostly settled tasks and some in between, as real runs have them.
  const random = seededRandom(11);
  const rates = Array.from({ length: 3000 }, () => {
    const kind = random();
    return kind < 0.45 ? 0.01 : kind < 0.8 ? 0.98 : random();
  });
  const comparison = compareRuns(drawRun(rates, random), drawRun(rates, random), { resamples: 200 });

  it("loses about as many tasks as the noise model expects", () => {
    const expected = comparison.noise.expectedLost ?? 0;
    expect(comparison.lost).toBeGreaterThan(30);
    // Three standard deviations of a count.
    expect(Math.abs(comparison.lost - expected)).toBeLessThan(3 * Math.sqrt(expected));
  });

  it("calls hardly any of them supported, about as many as announced", () => {
    const expected = comparison.noise.expectedSupported ?? 0;
    expect(comparison.evidence.supported).toBeLessThan(0.05 * comparison.pairs);
    expect(Math.abs(comparison.evidence.supported - expected)).toBeLessThan(3 * Math.sqrt(expected) + 3);
  });

  it("shows no difference", () => {
    expect(comparison.mcnemar.p).toBeGreaterThan(0.05);
    const [low, high] = comparison.passAt["1"]?.ci ?? [1, 1];
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });
});
