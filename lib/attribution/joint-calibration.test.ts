import { beforeAll, describe, expect, it } from "vitest";
import { areaUnderCurve, type JudgedPool, judgePool, plantedPool } from "#lib/testing/judge-pool.ts";
import { type SimulatedPool, simulatePool } from "#lib/testing/simulate-pool.ts";

// A few of the 500 pools of bench/attribution.ts, with fewer draws.

async function judgePools(pool: SimulatedPool, count: number): Promise<JudgedPool[]> {
  const judged: JudgedPool[] = [];
  for (let seed = 1; seed <= count; seed++) {
    judged.push(await judgePool(simulatePool(pool, seed), { seed, draws: 120 }));
  }
  return judged;
}

describe("planted harm, mostly shown with a companion", () => {
  let pools: JudgedPool[] = [];
  let memories: JudgedPool["memories"] = [];

  beforeAll(async () => {
    pools = await judgePools(plantedPool, 8);
    memories = pools.flatMap((pool) => pool.memories);
  }, 120_000);

  it("lies in the intervals of the joint model about as often as they say", () => {
    const covered = memories.filter(({ isCovered }) => isCovered).length / memories.length;
    // 344 memories: a standard error of 1.5 points, and more for those of one pool share its draws.
    expect(covered).toBeGreaterThan(0.86);
    expect(covered).toBeLessThan(0.96);
  });

  it("is named, and hardly any other", () => {
    const named = pools.flatMap((pool) => pool.named);
    expect(named.filter(Boolean).length).toBeGreaterThan(0.55 * 3 * pools.length);
    expect(named.filter((isTrue) => !isTrue).length).toBeLessThanOrEqual(2);
  });

  it("is told from the innocent better than by a ledger, and than by two counters", () => {
    const joint = areaUnderCurve(memories, (memory) => memory.joint);
    expect(joint).toBeGreaterThan(0.95);
    expect(joint).toBeGreaterThan(areaUnderCurve(memories, ({ ledger }) => ledger) + 0.05);
    expect(joint).toBeGreaterThan(areaUnderCurve(memories, ({ worth }) => worth));
  });
});

describe("memories that do nothing", () => {
  const small = { tasks: 120, memories: 40, rates: "mixed" } as const;
  it.each<[string, SimulatedPool]>([
    ["a run and its repeat", small],
    ["a run that is worse everywhere", { ...small, shift: -1, byDifficulty: true }],
    ["a run that helps here and hurts there", { ...small, taskSd: 1.5, byDifficulty: true }],
    [
      "a run that turns one task in ten over",
      { ...small, rates: "settled", turned: 0.1, byDifficulty: true },
    ],
  ])(
    "are not named: %s",
    async (_why, pool) => {
      const pools = await judgePools(pool, 2);
      expect(pools.flatMap(({ named }) => named)).toEqual([]);
    },
    120_000,
  );
});
