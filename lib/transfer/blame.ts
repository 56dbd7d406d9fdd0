import { benjaminiHochberg } from "#lib/metrics/benjamini-hochberg.ts";
import { pairedBootstrap } from "#lib/metrics/bootstrap.ts";
import { mcnemar } from "#lib/metrics/mcnemar.ts";
import type { PairedTask } from "./schema.ts";

/** One memory shown to a trial of the candidate at one task. */
export type ShownMemory = { memoryId: string; candidateTaskId: string };

/** What the tasks at which a memory was retrieved came to. */
export type MemoryBlame = {
  memoryId: string;
  /** Retrievals in trials of paired tasks. */
  retrievals: number;
  /** Distinct paired tasks at which it was retrieved. */
  tasks: number;
  gained: number;
  lost: number;
  kept: number;
  never: number;
  /** Mean over those tasks of the change of the share of passed attempts, -1 to 1. */
  effect: number;
  /** Bootstrap interval of `effect`; null for a single task. */
  ci: [number, number] | null;
  /** Exact McNemar over its tasks, and Benjamini-Hochberg over all memories retrieved in the comparison. */
  p: number;
  q: number;
};

/** A row in its place, with the effect at each of its tasks for the interval. */
export type RankedBlame = Omit<MemoryBlame, "ci"> & { effects: number[] };

/** Enough for a table of many memories with few tasks each. */
const RESAMPLES = 1000;

/**
 * For every memory the candidate was shown: how its tasks came out against the baseline, worst first.
 * The tasks are compared with themselves, so their difficulty cancels; memories shown together still share the blame,
 * so this points at suspects and proves nothing alone.
 */
export function blameMemories(tasks: readonly PairedTask[], shown: readonly ShownMemory[]): RankedBlame[] {
  const byTaskId = new Map(tasks.map((task) => [task.candidateTaskId, task]));
  const rows = [...Map.groupBy(shown, (each) => each.memoryId)].flatMap(([memoryId, its]) => {
    const paired = its.filter((each) => byTaskId.has(each.candidateTaskId));
    if (paired.length === 0) return [];
    const itsTasks = [...new Set(paired.map((each) => each.candidateTaskId))].sort().flatMap((id) => {
      const task = byTaskId.get(id);
      return task ? [task] : [];
    });
    return blameOne(memoryId, paired.length, itsTasks);
  });
  const adjusted = benjaminiHochberg(rows.map((row) => row.p));
  return rows
    .map((row, i) => ({ ...row, q: adjusted[i] ?? row.p }))
    .sort(
      (a, b) =>
        b.lost - b.gained - (a.lost - a.gained) ||
        b.lost - a.lost ||
        a.effect - b.effect ||
        a.memoryId.localeCompare(b.memoryId),
    );
}

/** Adds the interval of the effect: only for the rows that are looked at, since hundreds of bootstraps take time. */
export function withInterval(
  { effects, ...row }: RankedBlame,
  options: { seed: number; confidence: number },
): MemoryBlame {
  const interval = pairedBootstrap(effects, {
    seed: options.seed,
    level: options.confidence,
    resamples: RESAMPLES,
  });
  return { ...row, ci: "value" in interval ? [interval.value.low, interval.value.high] : null };
}

function blameOne(memoryId: string, retrievals: number, tasks: readonly PairedTask[]): RankedBlame {
  const count = (outcome: PairedTask["outcome"]): number =>
    tasks.filter((task) => task.outcome === outcome).length;
  const effects = tasks.map((task) => task.effect);
  const p = mcnemar(count("gained"), count("lost")).p;
  return {
    memoryId,
    retrievals,
    tasks: tasks.length,
    gained: count("gained"),
    lost: count("lost"),
    kept: count("kept"),
    never: count("never"),
    effect: effects.reduce((sum, effect) => sum + effect, 0) / effects.length,
    effects,
    p,
    q: p,
  };
}
