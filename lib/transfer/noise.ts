import type { TaskTally } from "./schema.ts";

/** How the pass rates of the baseline's tasks are spread. */
export type NoiseModel = {
  /** Tasks with two or more counted attempts. */
  tasks: number;
  /** Chance that two attempts of the baseline at the same task differ. */
  flipRate: number;
  /** Share of tasks at each of PASS_RATES. */
  weights: readonly number[];
};

/** A lost task is supported when a repeat of the baseline would lose it too with at most this chance. */
export const NOISE_LEVEL = 0.05;

/** Pass rates from 0 to 1, denser towards the ends, where most tasks of real runs lie. */
export const PASS_RATES: readonly number[] = Array.from(
  { length: 41 },
  (_, i) => (1 - Math.cos((Math.PI * i) / 40)) / 2,
);

const ITERATIONS = 400;

/**
 * Fits how much the baseline disagrees with itself (A/A noise), from the tasks it attempted twice or more.
 *
 * Every task is taken to have a pass rate of its own; how the rates are spread is estimated from the counts, without
 * assuming a shape (nonparametric empirical Bayes: Laird 1978, by expectation maximisation). One task's worth of
 * evenly spread rates (Jeffreys) is added, so that a baseline that never flipped in a few repeats is not taken to be
 * free of noise.
 * @returns null when no task has two counted attempts: the noise is unknown, not 0
 */
export function fitNoise(tallies: readonly TaskTally[]): NoiseModel | null {
  const repeated = tallies.filter((tally) => tally.scored >= 2);
  if (repeated.length === 0) return null;
  let flips = 0;
  for (const { passed, scored } of repeated) {
    flips += (2 * passed * (scored - passed)) / (scored * (scored - 1));
  }
  const alike = [...Map.groupBy(repeated, ({ passed, scored }) => `${passed}/${scored}`).values()];
  const groups = alike.map((group) => ({
    count: group.length,
    likelihoods: group[0] ? likelihoods(group[0]) : [],
  }));
  let weights = PASS_RATES.map(() => 1 / PASS_RATES.length);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    weights = improve(weights, groups, repeated.length);
  }
  return { tasks: repeated.length, flipRate: flips / repeated.length, weights };
}

/**
 * Chance that a repeat of the *baseline* would pass none of `attempts` at this task, given what the baseline did
 * there: the mean of (1 - rate)^attempts over the rates that fit. Small = noise does not explain a candidate that
 * lost it.
 * @returns a probability, 0 to 1
 */
export function chanceOfLoss(model: NoiseModel, base: TaskTally, attempts: number): number {
  const fits = likelihoods(base);
  let lost = 0;
  let all = 0;
  for (const [i, rate] of PASS_RATES.entries()) {
    const weight = (model.weights[i] ?? 0) * (fits[i] ?? 0);
    all += weight;
    lost += weight * (1 - rate) ** attempts;
  }
  return all === 0 ? 0 : lost / all;
}

/** How likely each rate makes these passes and failures, up to a factor. */
function likelihoods({ passed, scored }: TaskTally): number[] {
  return PASS_RATES.map((rate) => rate ** passed * (1 - rate) ** (scored - passed));
}

/** One step of expectation maximisation: each task is shared out over the rates that fit it. */
function improve(
  weights: readonly number[],
  groups: readonly { count: number; likelihoods: readonly number[] }[],
  tasks: number,
): number[] {
  const next = weights.map(() => 1 / weights.length);
  for (const { count, likelihoods: fits } of groups) {
    let all = 0;
    for (const [i, weight] of weights.entries()) all += weight * (fits[i] ?? 0);
    for (const [i, weight] of weights.entries()) {
      next[i] = (next[i] ?? 0) + (count * weight * (fits[i] ?? 0)) / all;
    }
  }
  return next.map((sum) => sum / (tasks + 1));
}
