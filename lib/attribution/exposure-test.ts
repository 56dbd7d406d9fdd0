import { noncentralHypergeometric } from "#lib/metrics/noncentral-hypergeometric.ts";
import type { Passes, PassesByChance } from "./passes-by-chance.ts";

/** The attempts of one task that were shown a memory. */
export type ExposedTask = {
  /** Index of the paired task. */
  task: number;
  /** Counted attempts of the candidate that were shown it, and those of them that passed. */
  attempts: number;
  passed: number;
};

export type ExposureTest = {
  /** Passes that the exposed attempts had, and would have by the run as a whole. */
  passed: number;
  expected: number;
  /** Exact, two-sided: twice the smaller tail. */
  p: number;
  /** The p of the most extreme outcome there could have been. */
  leastP: number;
};

/**
 * Whether the attempts that were shown a memory passed more or less often than the run as a whole explains.
 * Under the null tasks are independent and, within a task, it does not matter which of the candidate's attempts were
 * shown the memory; so the number of passes has an exact distribution, the convolution over the memory's tasks.
 *
 * Both ways of holding a task's difficulty must agree: the larger p counts, and 1 where they point apart. Given the
 * total is wrong for a run that moves many tasks far when a memory's tasks are all easy or all hard; given the
 * baseline is wrong where few attempts tell little of a task. Each is right where the other is not.
 */
export function testExposure(exposed: readonly ExposedTask[], byChance: PassesByChance): ExposureTest {
  const total = testAgainst(exposed, byChance.givenTotal);
  const baseline = testAgainst(exposed, byChance.givenBaseline);
  const agree = (total.passed - total.expected) * (baseline.passed - baseline.expected) > 0;
  const weaker = total.p >= baseline.p ? total : baseline;
  return { ...weaker, p: agree ? weaker.p : 1, leastP: Math.max(total.leastP, baseline.leastP) };
}

function testAgainst(exposed: readonly ExposedTask[], byChance: Passes): ExposureTest {
  let distribution = [1];
  let passed = 0;
  for (const { task, attempts, passed: itsPassed } of exposed) {
    distribution = convolve(distribution, exposedPasses(byChance[task] ?? [1], attempts));
    passed += itsPassed;
  }
  const possible = distribution.flatMap((probability, count) => (probability > 0 ? [count] : []));
  const [least, most] = [possible[0] ?? 0, possible.at(-1) ?? 0];
  return {
    passed,
    expected: distribution.reduce((sum, probability, count) => sum + probability * count, 0),
    p: twoSided(distribution, passed),
    leastP: Math.min(twoSided(distribution, least), twoSided(distribution, most)),
  };
}

/** Passes among some of a task's attempts, when those among all of them are distributed like this. */
function exposedPasses(all: readonly number[], attempts: number): readonly number[] {
  const scored = all.length - 1;
  if (attempts >= scored) return all;
  const some = new Array<number>(attempts + 1).fill(0);
  all.forEach((probability, passes) => {
    if (probability === 0) return;
    noncentralHypergeometric(passes, attempts, scored - attempts).forEach((share, among) => {
      some[among] = (some[among] ?? 0) + probability * share;
    });
  });
  return some;
}

/** The distribution of a sum of two independent counts. */
export function convolve(a: readonly number[], b: readonly number[]): number[] {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  a.forEach((left, i) => {
    if (left === 0) return;
    b.forEach((right, j) => {
      sum[i + j] = (sum[i + j] ?? 0) + left * right;
    });
  });
  return sum;
}

function twoSided(distribution: readonly number[], count: number): number {
  let [below, above] = [0, 0];
  distribution.forEach((probability, each) => {
    if (each <= count) below += probability;
    if (each >= count) above += probability;
  });
  return Math.min(1, 2 * Math.min(below, above));
}
