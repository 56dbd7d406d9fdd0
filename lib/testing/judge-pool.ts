import { attributeChanges } from "#lib/attribution/attribute-changes.ts";
import { fitJointModel } from "#lib/attribution/joint/fit-joint-model.ts";
import type { JointOptions } from "#lib/attribution/joint/types.ts";
import { toJointAttempts } from "#lib/attribution/joint-attempts.ts";
import type { Simulated } from "./simulate-pool.ts";

/** What three ways to charge memories say of one of a simulated pool, beside the truth. */
export type JudgedMemory = {
  isHarmful: boolean;
  /** Whether the 90% interval of the joint model holds the true effect. */
  isCovered: boolean;
  /** Higher = worse: the joint effect, lost minus gained tasks, the share of failures by two counters. */
  joint: number;
  ledger: number;
  worth: number;
};

export type JudgedPool = {
  memories: JudgedMemory[];
  /** Of the groups that the joint model names at q <= 0.05: whether each holds a planted memory that it calls harmful. */
  named: boolean[];
  planted: number;
};

/** Fits the joint model to a simulated pool, and charges memories by a ledger and by Memory Worth's counters as well. */
export async function judgePool(
  { tasks, shown, harmful, truth }: Simulated,
  options: JointOptions,
): Promise<JudgedPool> {
  const { attempts, benchmarks, memoryIds } = toJointAttempts(tasks, shown);
  const fit = await fitJointModel(attempts, memoryIds.length, { ...options, benchmarks });
  const ledger = new Map(
    attributeChanges(tasks, shown).flatMap(({ memoryId, alike, lost, gained }) =>
      [memoryId, ...alike].map((id) => [id, lost - gained] as const),
    ),
  );
  const byMemory = Map.groupBy(shown, ({ memoryId }) => memoryId);
  const named = fit.groups.filter(({ q }) => q <= 0.05);
  return {
    planted: harmful.size,
    named: named.map(
      ({ memories, effect }) => effect < 0 && memories.some((memory) => harmful.has(memoryIds[memory] ?? "")),
    ),
    memories: memoryIds.map((id, i) => {
      const { effect, lower, upper } = fit.memories[i] ?? { effect: 0, lower: 0, upper: 0 };
      const true_ = truth.get(id) ?? 0;
      const its = byMemory.get(id) ?? [];
      const failed = its.filter(({ outcome }) => outcome !== "passed").length;
      return {
        isHarmful: harmful.has(id),
        isCovered: lower <= true_ && true_ <= upper,
        joint: -effect,
        ledger: ledger.get(id) ?? 0,
        worth: (failed + 1) / (its.length + 2),
      };
    }),
  };
}

/** Chance that a harmful memory scores above a harmless one, a tie counting half. */
export function areaUnderCurve(
  memories: readonly JudgedMemory[],
  score: (memory: JudgedMemory) => number,
): number {
  const [bad, good] = [true, false].map((is) =>
    memories.filter(({ isHarmful }) => isHarmful === is).map(score),
  );
  let wins = 0;
  for (const high of bad ?? []) for (const low of good ?? []) wins += high > low ? 1 : high === low ? 0.5 : 0;
  return wins / ((bad?.length ?? 0) * (good?.length ?? 0));
}

/** The pools of the joint model's calibration: planted harm that mostly travels with a companion. */
export const plantedPool = { tasks: 120, memories: 40, rates: "mixed", harm: -4, memorySd: 0.25 } as const;
