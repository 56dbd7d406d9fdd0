import type { TaskTally } from "./schema.ts";

/** Pass rates of the baseline's tasks as a Beta(alpha, beta) distribution. */
export type NoiseModel = {
  tasks: number;
  /** Chance that two attempts of the baseline at the same task differ. */
  flipRate: number;
  alpha: number;
  beta: number;
};

/** A lost task is supported when a repeat of the baseline would do as badly with at most this chance. */
export const NOISE_LEVEL = 0.05;

/** Keeps the model finite for a baseline whose attempts never agree. */
const MAX_AGREEMENT = 0.999;

/**
 * Fits how much the baseline disagrees with itself (A/A noise), from the tasks it attempted twice or more.
 *
 * The flip rate is the share of pairs of attempts at one task that differ, averaged over tasks. Tasks are taken to
 * have pass rates from Beta(alpha, beta) whose mean is the baseline's pass rate m and which gives that flip rate:
 * E[2p(1-p)] = 2m(1-m) * s / (s + 1), with s = alpha + beta. Half a flip and half a pass are added to the counts, so
 * that a baseline that never flipped in a few repeats is not taken to be free of noise.
 * @returns null when no task has two counted attempts: the noise is unknown, not 0
 */
export function fitNoise(tallies: readonly TaskTally[]): NoiseModel | null {
  const repeated = tallies.filter((tally) => tally.scored >= 2);
  if (repeated.length === 0) return null;
  let flips = 0;
  let passRates = 0;
  for (const { passed, scored } of repeated) {
    flips += (2 * passed * (scored - passed)) / (scored * (scored - 1));
    passRates += passed / scored;
  }
  const mean = (passRates + 0.5) / (repeated.length + 1);
  const smoothed = (flips + 0.5) / (repeated.length + 1);
  const agreement = Math.min(smoothed / (2 * mean * (1 - mean)), MAX_AGREEMENT);
  const size = agreement / (1 - agreement);
  return {
    tasks: repeated.length,
    flipRate: flips / repeated.length,
    alpha: mean * size,
    beta: (1 - mean) * size,
  };
}

/**
 * Chance that a repeat of the *baseline* would pass none of `attempts` at this task, given what the baseline did
 * there: (beta)(beta+1).../(alpha+beta)(alpha+beta+1)..., with the task's own passes and failures added to the model
 * (the Beta-Binomial predictive probability of 0 passes). Small = noise does not explain a candidate that lost it.
 * @returns a probability, 0 to 1
 */
export function chanceOfLoss(model: NoiseModel, base: TaskTally, attempts: number): number {
  const beta = model.beta + base.scored - base.passed;
  const total = model.alpha + model.beta + base.scored;
  let chance = 1;
  for (let i = 0; i < attempts; i++) chance *= (beta + i) / (total + i);
  return chance;
}
