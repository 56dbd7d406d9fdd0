import { describe, expect, it } from "vitest";
import { type SimulatedPool, simulatePool } from "#lib/testing/simulate-pool.ts";
import { attributeChanges } from "./attribute-changes.ts";
import { summarizeAttribution } from "./attribution-summary.ts";

// The same pools at full size: bench/calibration/memory-verdicts.ts.

const runs = 16;
const small = { tasks: 240, memories: 60 } as const;

function judgePools(pool: SimulatedPool) {
  return Array.from({ length: runs }, (_, seed) => {
    const { tasks, shown, harmful } = simulatePool(pool, 100 + seed);
    const rows = attributeChanges(tasks, shown);
    return { rows, harmful, summary: summarizeAttribution(rows) };
  });
}

describe("memories that do nothing", () => {
  it.each<[string, SimulatedPool, leastRatio?: number]>([
    ["a run and its repeat", { ...small, rates: "mixed" }],
    ["settled tasks, each memory at one difficulty", { ...small, rates: "settled", byDifficulty: true }],
    ["a run that is worse everywhere", { ...small, rates: "mixed", shift: -1.5, byDifficulty: true }],
    // Where a run moves tasks far and memories keep to one difficulty, the raw counts by chance come out too high.
    [
      "a run that helps here and hurts there",
      { ...small, rates: "mixed", taskSd: 1.5, byDifficulty: true },
      0.6,
    ],
    ["benchmarks that a run helps or hurts", { ...small, rates: "mixed", benchmarkSd: 1 }],
    [
      "a run that turns one task in ten over",
      { ...small, rates: "settled", turned: 0.1, byDifficulty: true },
      0.6,
    ],
  ])("are named on few pages: %s", (_why, pool, leastRatio = 0.75) => {
    const pages = judgePools(pool);
    const named = pages.filter(({ summary: { verdicts } }) => verdicts.harmful + verdicts.helpful > 0);
    // 5% of 16 pages is 0.8; 4 or more would come once in 100 times.
    expect(named.length).toBeLessThan(4);
    const seen = pages.reduce((sum, { summary }) => sum + summary.netLoss.seen, 0);
    const byChance = pages.reduce((sum, { summary }) => sum + summary.netLoss.byChance, 0);
    expect(seen / byChance).toBeGreaterThan(leastRatio);
    expect(seen / byChance).toBeLessThan(1.3);
  });
});

describe("planted harm, mostly shown with a companion", () => {
  const pages = judgePools({ tasks: 480, memories: 300, rates: "mixed", taskSd: 0.6, harm: -5 });
  const named = pages.flatMap(({ rows, harmful }) =>
    rows.filter(({ verdict }) => verdict === "harmful").map(({ memoryId }) => harmful.has(memoryId)),
  );

  it("is found", () => {
    expect(named.filter(Boolean).length).toBeGreaterThan(0.85 * 3 * runs);
  });

  it("is not charged to those that were shown with it", () => {
    const innocent = named.filter((isHarmful) => !isHarmful).length;
    expect(innocent / named.length).toBeLessThan(0.05);
  });
});
