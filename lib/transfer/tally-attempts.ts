import { emptyOutcomes, type OutcomeCounts } from "#lib/runs/schema.ts";
import type { ComparedTrial, PairedOutcome, TaskTally } from "./schema.ts";

/**
 * Counts what one run did at one task.
 * A missing attempt is never counted. An errored one counts as not passed unless `excludeErrored`.
 * "First k" are the attempts numbered 1 to k: an attempt that does not count is not replaced by one beyond k,
 * since a run that may draw again until it counts would be favored.
 */
export function tallyAttempts(
  trials: readonly ComparedTrial[],
  options: { k: number; excludeErrored: boolean },
): TaskTally {
  const tally: TaskTally = { outcomes: emptyOutcomes(), scored: 0, passed: 0, firstK: [], firstKErrored: [] };
  for (const { outcome, attempt } of trials.toSorted((a, b) => a.attempt - b.attempt)) {
    tally.outcomes[outcome] += 1;
    if (outcome === "missing" || (outcome === "errored" && options.excludeErrored)) continue;
    const passed = outcome === "passed";
    tally.scored += 1;
    if (passed) tally.passed += 1;
    if (attempt > options.k) continue;
    tally.firstK.push(passed);
    tally.firstKErrored.push(outcome === "errored");
  }
  return tally;
}

/**
 * gained, lost, kept or never, and on how many attempts a side that rests.
 * Solved = passed in any of the first k attempts. With fewer on one side both are cut to as many: three attempts
 * against one would solve more tasks by their number alone.
 */
export function pairedOutcome(
  base: TaskTally,
  candidate: TaskTally,
): { outcome: PairedOutcome; compared: number } {
  const compared = Math.min(base.firstK.length, candidate.firstK.length);
  const before = solvedIn(base, compared);
  const after = solvedIn(candidate, compared);
  if (before) return { outcome: after ? "kept" : "lost", compared };
  return { outcome: after ? "gained" : "never", compared };
}

/**
 * Whether a lost or gained task rests on an errored attempt: had it run to its end, the task might have been solved.
 * For a lost one that is an attempt of the candidate, for a gained one of the baseline.
 */
export function restsOnErrored(
  outcome: PairedOutcome,
  base: TaskTally,
  candidate: TaskTally,
  compared: number,
): boolean {
  const unsolved = outcome === "lost" ? candidate : outcome === "gained" ? base : null;
  return unsolved?.firstKErrored.slice(0, compared).includes(true) ?? false;
}

/** Whether any of the first `compared` counted attempts passed. */
function solvedIn(tally: TaskTally, compared: number): boolean {
  return tally.firstK.slice(0, compared).some(Boolean);
}

/** Adds the counts of `more` to `total`, in place. */
export function addOutcomes(total: OutcomeCounts, more: OutcomeCounts): void {
  total.passed += more.passed;
  total.failed += more.failed;
  total.errored += more.errored;
  total.missing += more.missing;
}
