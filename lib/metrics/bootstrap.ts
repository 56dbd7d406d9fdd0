import { seededRandom } from "#lib/shared/random.ts";
import type { Measured } from "./measured.ts";
import { quantile } from "./quantile.ts";

export type Interval = {
  estimate: number;
  low: number;
  high: number;
  level: number;
  resamples: number;
  seed: number;
};

/**
 * Percentile bootstrap interval of the mean paired difference, resampled by task: one task is one unit, however many
 * attempts it has, because attempts at one task are not independent. Efron and Tibshirani 1993.
 * @param differences one number per task: candidate minus baseline (e.g. of the task's pass@k)
 * @param options resamples (10,000), level (0.95), seed (42)
 * @returns undefined with a sentence for fewer than 2 tasks
 */
export function pairedBootstrap(
  differences: ArrayLike<number>,
  { resamples = 10_000, level = 0.95, seed = 42 }: { resamples?: number; level?: number; seed?: number } = {},
): Measured<Interval> {
  const n = differences.length;
  if (n < 2)
    return {
      undefinedBecause: `An interval needs at least 2 paired tasks, and there ${n === 1 ? "is 1" : "are none"}.`,
    };
  const random = seededRandom(seed);
  const means = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    let sum = 0;
    for (let draw = 0; draw < n; draw++) sum += differences[Math.floor(random() * n)] as number;
    means[resample] = sum / n;
  }
  means.sort();
  let total = 0;
  for (let i = 0; i < n; i++) total += differences[i] as number;
  const tail = (1 - level) / 2;
  return {
    value: {
      estimate: total / n,
      low: quantile(means, tail),
      high: quantile(means, 1 - tail),
      level,
      resamples,
      seed,
    },
  };
}
