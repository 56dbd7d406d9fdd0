import { passAtK } from "#lib/metrics/pass-at-k.ts";
import type { OutcomeCounts, PassAt } from "./schema.ts";
import { emptyOutcomes } from "./schema.ts";

/** `tasks` tasks that came out alike: this many attempts of each outcome. */
export type TaskBin = { outcomes: OutcomeCounts; tasks: number };

/**
 * Unbiased pass@k over tasks, each task counting the same (micro). An errored attempt counts as not passed,
 * a missing one is left out; tasks with fewer than k counted attempts have no pass@k and are left out too.
 */
export function passAtOfBins(bins: readonly TaskBin[], k: number): PassAt {
  let solved = 0;
  let tasks = 0;
  for (const bin of bins) {
    const scored = bin.outcomes.passed + bin.outcomes.failed + bin.outcomes.errored;
    const estimate = passAtK(scored, bin.outcomes.passed, k);
    if (!("value" in estimate)) continue;
    tasks += bin.tasks;
    solved += bin.tasks * estimate.value;
  }
  return { k, value: tasks === 0 ? null : solved / tasks, solved, tasks };
}

/** Attempts of each outcome over all bins. */
export function outcomesOfBins(bins: readonly TaskBin[]): OutcomeCounts {
  const total = emptyOutcomes();
  for (const { outcomes, tasks } of bins) {
    total.passed += outcomes.passed * tasks;
    total.failed += outcomes.failed * tasks;
    total.errored += outcomes.errored * tasks;
    total.missing += outcomes.missing * tasks;
  }
  return total;
}
