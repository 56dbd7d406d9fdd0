import { signFlipTest } from "#lib/metrics/sign-flip-test.ts";
import type { TaskPairs } from "./pair-tasks.ts";
import type { BoundCase, ComparedTrial, OutcomeBounds } from "./schema.ts";
import { pairedOutcome, tallyAttempts } from "./tally-attempts.ts";

/** A comparison shows a difference at this level of its test. */
export const VERDICT_LEVEL = 0.05;

/**
 * The best and the worst that the attempts without an answer could make of a comparison: an attempt that errored or is
 * missing might have passed. Best: all of the candidate's had passed and all of the baseline's had failed; worst: the reverse. Pairs that are otherwise unscored count here. Whatever the truth, it lies between.
 */
export function boundOutcomes(pairs: TaskPairs["pairs"], k: number): OutcomeBounds {
  return {
    unknown: {
      base: countUnknown(pairs.flatMap((pair) => pair.base.trials)),
      candidate: countUnknown(pairs.flatMap((pair) => pair.candidate.trials)),
    },
    best: boundCase(pairs, k, "passed"),
    worst: boundCase(pairs, k, "failed"),
  };
}

/**
 * better, worse: at the 5% level; unclear: not shown, which is not the same as equal.
 * @param difference of any scale, candidate minus baseline
 */
export function directionOf(difference: number, p: number): BoundCase["direction"] {
  return p > VERDICT_LEVEL ? "unclear" : difference > 0 ? "better" : "worse";
}

function boundCase(pairs: TaskPairs["pairs"], k: number, ofCandidate: "passed" | "failed"): BoundCase {
  const ofBase = ofCandidate === "passed" ? "failed" : "passed";
  const options = { k, excludeErrored: false };
  let gained = 0;
  let lost = 0;
  const effects: number[] = [];
  for (const { base, candidate } of pairs) {
    const before = tallyAttempts(ended(base.trials, ofBase), options);
    const after = tallyAttempts(ended(candidate.trials, ofCandidate), options);
    const { outcome } = pairedOutcome(before, after);
    effects.push(after.passed / after.scored - before.passed / before.scored);
    if (outcome === "gained") gained += 1;
    if (outcome === "lost") lost += 1;
  }
  const { p } = signFlipTest(effects);
  const difference = effects.reduce((sum, effect) => sum + effect, 0);
  return { gained, lost, p, direction: directionOf(difference, p) };
}

function ended(trials: readonly ComparedTrial[], as: "passed" | "failed"): ComparedTrial[] {
  return trials.map((trial) => (isUnknown(trial) ? { ...trial, outcome: as } : trial));
}

function countUnknown(trials: readonly ComparedTrial[]): number {
  return trials.filter(isUnknown).length;
}

function isUnknown({ outcome }: ComparedTrial): boolean {
  return outcome === "errored" || outcome === "missing";
}
