import { type ExposureTest, testExposure } from "./exposure-test.ts";
import { byTask, type ExposedAttempt, type Exposure } from "./exposures.ts";
import type { PassesByChance } from "./passes-by-chance.ts";

/** A memory, or memories always shown together, with its test. */
export type Tested = { exposure: Exposure; test: ExposureTest };

/** Evidence for one of two memories that were often shown together has to hold without the other. */
const level = 0.05;

/**
 * Which of the memories with a small p have it by another's doing. The strongest is taken first; each further one is
 * tested on the attempts that were shown none of those taken, and is explained by them when nothing is left. One that
 * was taken must in turn hold without each that it explains, else the two can't be told apart and neither is named.
 * @param candidates memories whose p passes; the others can change nothing
 * @param cutoff at or below this p one passes
 * @returns for each that is explained or can't be told apart: its p on what is left, and the other memory
 */
export function findConfounded(
  candidates: readonly Tested[],
  byChance: PassesByChance,
  cutoff: number,
): Map<Exposure, { p: number; rival: Exposure }> {
  const ordered = candidates.toSorted(
    (a, b) => a.test.p - b.test.p || b.exposure.attempts.length - a.exposure.attempts.length,
  );
  const without = (one: Exposure, others: readonly Exposure[]) => {
    const left = attemptsWithout(one, others);
    return left.length === 0 ? 1 : testExposure(byTask(left), byChance).p;
  };
  const taken: Exposure[] = [];
  const explained = new Map<Exposure, { p: number; rival: Exposure }>();
  for (const { exposure } of ordered) {
    const rival = mostShared(exposure, taken);
    const p = rival ? without(exposure, taken) : 0;
    if (rival && p > cutoff) explained.set(exposure, { p, rival });
    else taken.push(exposure);
  }
  for (const exposure of taken) {
    const others = taken.filter((other) => other !== exposure);
    for (const rival of [...explained.keys()]) {
      if (taken.includes(rival) || shared(exposure, rival) === 0) continue;
      const p = without(exposure, [...others, rival]);
      if (p > level) explained.set(exposure, { p, rival });
    }
  }
  return explained;
}

function attemptsWithout({ attempts }: Exposure, others: readonly Exposure[]): ExposedAttempt[] {
  const shown = new Set(others.flatMap((other) => other.attempts.map(({ trialId }) => trialId)));
  return attempts.filter(({ trialId }) => !shown.has(trialId));
}

function shared(a: Exposure, b: Exposure): number {
  return a.attempts.length - attemptsWithout(a, [b]).length;
}

function mostShared(exposure: Exposure, others: readonly Exposure[]): Exposure | null {
  let [found, most] = [null as Exposure | null, 0];
  for (const other of others) {
    const count = shared(exposure, other);
    if (count > most) [found, most] = [other, count];
  }
  return found;
}
