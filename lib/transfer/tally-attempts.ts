import type { OutcomeCounts } from "#lib/runs/schema.ts";
import type { ComparedTrial, PairedOutcome, TaskTally } from "./schema.ts";

/**
 * Counts what one run did at one task.
 * A missing attempt is never counted. An errored one counts as not passed unless `excludeErrored`.
 * "First k" are the attempts numbered 1 to k: an attempt that does not count is not replaced by a later one,
 * since a run that may draw again until it counts would be favoured.
 */
export function tallyAttempts(
  trials: readonly ComparedTrial[],
  options: { k: number; excludeErrored: boolean },
): TaskTally {
  const tally: TaskTally = {
    outcomes: noOutcomes(),
    scored: 0,
    passed: 0,
    scoredOfFirstK: 0,
    passedOfFirstK: 0,
  };
  for (const { outcome, attempt } of trials) {
    tally.outcomes[outcome] += 1;
    if (outcome === "missing" || (outcome === "errored" && options.excludeErrored)) continue;
    const passed = outcome === "passed" ? 1 : 0;
    tally.scored += 1;
    tally.passed += passed;
    if (attempt > options.k) continue;
    tally.scoredOfFirstK += 1;
    tally.passedOfFirstK += passed;
  }
  return tally;
}

/** gained, lost, kept or never: solved = passed in at least one of the first k attempts. */
export function pairedOutcome(base: TaskTally, candidate: TaskTally): PairedOutcome {
  const before = base.passedOfFirstK > 0;
  const after = candidate.passedOfFirstK > 0;
  if (before) return after ? "kept" : "lost";
  return after ? "gained" : "never";
}

export function noOutcomes(): OutcomeCounts {
  return { passed: 0, failed: 0, errored: 0, missing: 0 };
}

/** Adds the counts of `more` to `total`, in place. */
export function addOutcomes(total: OutcomeCounts, more: OutcomeCounts): void {
  total.passed += more.passed;
  total.failed += more.failed;
  total.errored += more.errored;
  total.missing += more.missing;
}
