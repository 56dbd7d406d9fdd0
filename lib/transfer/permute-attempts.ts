import { hypergeometric } from "#lib/metrics/hypergeometric.ts";
import type { TaskTally } from "./schema.ts";

/**
 * What chance does to one task if memory changes nothing there: the attempts of both runs are then alike, and which of
 * them were the candidate's is a deal of cards. Needs no model of how pass rates are spread.
 */
export type Deal = {
  /** Chance of every number of passes of the candidate or fewer, and with just that number a loss: ascending. */
  losses: readonly { p: number; chance: number }[];
  /** Chance that the candidate would pass as rarely as it did. */
  p: number;
  /** Chance of a loss of any kind. */
  lost: number;
};

/**
 * Deals the attempts of a task anew, with as many passes in all as both runs had. Errored attempts take no part: they
 * say nothing about what the agent can do. A loss is one without an errored attempt of the candidate among those
 * compared; where there is one, no deal counts.
 * @param compared attempts of each side that decide the outcome
 */
export function permuteAttempts(base: TaskTally, candidate: TaskTally, compared: number): Deal {
  const its = finished(candidate, compared);
  const bases = finished(base, compared);
  const passes = its.passed + bases.passed;
  const byPasses = hypergeometric(its.attempts + bases.attempts, passes, its.attempts);
  const losses: { p: number; chance: number }[] = [];
  let upTo = 0;
  let p = 1;
  for (const [passed, chance] of byPasses.entries()) {
    upTo += chance;
    if (passed === its.passed) p = Math.min(1, upTo);
    const unsolved = noneIn(its.attempts, passed, its.compared);
    const solved = 1 - noneIn(bases.attempts, passes - passed, bases.compared);
    const lost = its.compared < compared ? 0 : chance * unsolved * solved;
    if (lost > 0) losses.push({ p: Math.min(1, upTo), chance: lost });
  }
  return { losses, p, lost: losses.reduce((sum, each) => sum + each.chance, 0) };
}

/** Attempts that ran to their end, and how many of them are among those compared. */
function finished(tally: TaskTally, compared: number) {
  const { passed, failed } = tally.outcomes;
  const errored = tally.firstKErrored.slice(0, compared).filter(Boolean).length;
  return { attempts: passed + failed, passed, compared: compared - errored };
}

/** Chance that none of the `drawn` attempts is among the passed ones. */
function noneIn(attempts: number, passed: number, drawn: number): number {
  if (passed < 0 || passed > attempts) return 0;
  let chance = 1;
  for (let i = 0; i < drawn; i++) chance *= Math.max(0, attempts - passed - i) / (attempts - i);
  return chance;
}
