import { pairedEProcess } from "#lib/metrics/paired-e-process.ts";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { designReruns } from "../design-reruns.ts";
import { readBlocks } from "../judge-memory.ts";
import { RERUN_ALPHA } from "../schema.ts";

export type PeekingTruth = {
  memories: number;
  /** Chance to pass with a subset. */
  chance: (subset: number, random: () => number) => number;
  /** Rounds of the plan that are run, at most. */
  rounds: number;
  /** Reruns that fail end later, as those that time out do. */
  failuresLate?: boolean;
};

/**
 * Plans whose results are looked at after each that comes in, in an order of their own, and that are stopped at the
 * first confirmation.
 * @returns share of the plans in which any memory was confirmed, and the mean number of reruns until then or the end
 */
export function simulatePeeking(truth: PeekingTruth, plans: number, seed: number) {
  const random = seededRandom(seed);
  const { repeats } = designReruns(truth.memories, { without: 0.875, with: 0.125 });
  let confirmed = 0;
  let reruns = 0;
  for (let plan = 0; plan < plans; plan++) {
    const chances = repeats.map((_, subset) => truth.chance(subset, random));
    const known = new Map<string, boolean>();
    let stopped = false;
    for (const { key, passed } of arrivals(truth, repeats, chances, random)) {
      known.set(key, passed);
      stopped = anyConfirmed(truth.memories, repeats, known);
      if (stopped) break;
    }
    reruns += known.size;
    if (stopped) confirmed += 1;
  }
  return { confirmed: confirmed / plans, reruns: reruns / plans };
}

function arrivals(
  { rounds, failuresLate }: PeekingTruth,
  repeats: readonly number[],
  chances: readonly number[],
  random: () => number,
) {
  const all = Array.from({ length: rounds }, (_, round) => {
    const slots = repeats.flatMap((count, subset) =>
      Array.from({ length: count }, (_, i) => ({
        key: `${subset} ${round * count + i + 1}`,
        passed: random() < (chances[subset] ?? 0),
      })),
    );
    const mixed = shuffled(slots, random);
    return failuresLate ? mixed.sort((a, b) => Number(b.passed) - Number(a.passed)) : mixed;
  });
  return all.flat();
}

function anyConfirmed(
  memories: number,
  repeats: readonly number[],
  known: ReadonlyMap<string, boolean>,
): boolean {
  const outcomeOf = (subset: number, repeat: number) => known.get(`${subset} ${repeat}`);
  for (let memory = 0; memory < memories; memory++) {
    const { blocks } = readBlocks(repeats, memory, outcomeOf);
    if (pairedEProcess(blocks).some((evidence) => evidence >= memories / RERUN_ALPHA)) return true;
  }
  return false;
}
