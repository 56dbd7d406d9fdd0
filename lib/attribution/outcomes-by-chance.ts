import { noncentralHypergeometric } from "#lib/metrics/noncentral-hypergeometric.ts";
import type { PairedTask } from "#lib/transfer/schema.ts";
import { convolve } from "./exposure-test.ts";
import type { Passes } from "./passes-by-chance.ts";

/** Net gained tasks from which on, and net lost ones down to which, memories are counted. */
export const NET_TASKS = 2;

/** The paired outcomes that the tasks of a memory would have by chance. */
export type OutcomesByChance = {
  gainedByChance: number;
  lostByChance: number;
  /** Probability of a net of -2 or less, of 2 or more. */
  netLossByChance: number;
  netGainByChance: number;
};

/**
 * What would come of some tasks if their baseline stayed as it is and the candidate passed as often as it does at
 * alike tasks: expected tasks gained and lost, and how likely a net of two or more is. Exact, by convolution.
 * @param members indices of the memory's tasks
 */
export function outcomesByChance(
  members: readonly number[],
  tasks: readonly PairedTask[],
  byChance: Passes,
): OutcomesByChance {
  let [gained, lost] = [0, 0];
  // Index = net + number of tasks so far.
  let net = [1];
  for (const i of members) {
    const task = tasks[i];
    if (!task) continue;
    const unsolved = chanceUnsolved(task, byChance[i] ?? [1]);
    const wasSolved = task.outcome === "kept" || task.outcome === "lost";
    if (wasSolved) lost += unsolved;
    else gained += 1 - unsolved;
    net = convolve(net, wasSolved ? [unsolved, 1 - unsolved, 0] : [0, unsolved, 1 - unsolved]);
  }
  const chanceOf = (wanted: (net: number) => boolean) =>
    net.reduce((sum, probability, index) => (wanted(index - members.length) ? sum + probability : sum), 0);
  return {
    gainedByChance: gained,
    lostByChance: lost,
    netLossByChance: chanceOf((count) => count <= -NET_TASKS),
    netGainByChance: chanceOf((count) => count >= NET_TASKS),
  };
}

/** Chance that none of the attempts that decide the outcome passes. */
function chanceUnsolved({ candidate, compared }: PairedTask, passes: readonly number[]): number {
  return passes.reduce(
    (sum, probability, count) =>
      sum +
      probability *
        (noncentralHypergeometric(count, compared, Math.max(0, candidate.scored - compared))[0] ?? 0),
    0,
  );
}
