import type { Measured } from "./measured.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** Equal values of a stratum and how many there are. */
type Counted = { value: number; count: number };
type Stratum = { n: number; values: Counted[] };

/** An estimate with its interval. */
export type ScoreInterval = { estimate: number; low: number; high: number; level: number };

/** Halvings of a bracket: 2^-60 of it is below what a double tells apart. */
const HALVINGS = 60;

/**
 * Score interval of a mean paired difference, each task one unit however many attempts it has: the means that a test
 * with the variance *under that mean* would not reject. The distribution under a mean is the likeliest one on -1 to 1
 * that has it, so that tasks that all agree still leave an interval, and it never has width 0.
 *
 * With differences of -1, 0 and 1 alone it is Tango's interval for paired proportions (Statistics in Medicine 17,
 * 1998). For other values the likeliest distribution is that of the empirical likelihood (Owen 1988), with room for a
 * -1 or 1 that was not seen. With several strata it is the interval of the mean of the strata's means.
 * @param strata differences between -1 and 1 (candidate minus baseline) per stratum; empty strata are left out
 * @returns undefined with a sentence for fewer than 2 tasks
 */
export function pairedInterval(
  strata: readonly (readonly number[])[],
  { level = 0.95 }: { level?: number } = {},
): Measured<ScoreInterval> {
  const counted = strata.filter((values) => values.length > 0).map(countValues);
  const n = counted.reduce((sum, stratum) => sum + stratum.n, 0);
  if (n < 2) {
    return {
      undefinedBecause: `An interval needs at least 2 paired tasks, and there ${n === 1 ? "is 1" : "are none"}.`,
    };
  }
  const z = normalQuantile((1 + level) / 2);
  const mirrored = counted.map(({ n: size, values }) => ({
    n: size,
    values: values.map(({ value, count }) => ({ value: -value, count })),
  }));
  const estimate = observedMean(counted);
  return { value: { estimate, low: -upperLimit(mirrored, z), high: upperLimit(counted, z), level } };
}

function countValues(values: readonly number[]): Stratum {
  const groups = Map.groupBy(values, (value) => Math.min(1, Math.max(-1, value)));
  return {
    n: values.length,
    values: [...groups].map(([value, group]) => ({ value, count: group.length })),
  };
}

function observedMean(strata: readonly Stratum[]): number {
  let mean = 0;
  for (const { n, values } of strata) {
    for (const { value, count } of values) mean += (value * count) / n / strata.length;
  }
  return mean;
}

/** The largest mean that is not rejected: how far the distributions can be tilted upwards before the score exceeds z. */
function upperLimit(strata: readonly Stratum[], z: number): number {
  const estimate = observedMean(strata);
  // `share` / (1 - share) is the tilt: 0 leaves the distributions as they are, 1 moves all to the value 1.
  let low = 0;
  let high = 1;
  let limit = estimate;
  for (let step = 0; step < HALVINGS; step++) {
    const share = (low + high) / 2;
    const { mean, variance } = tilted(strata, share / (1 - share));
    if ((mean - estimate) ** 2 <= z * z * variance) {
      low = share;
      limit = mean;
    } else high = share;
  }
  return limit;
}

/** Mean of the strata's means, and its variance, when every stratum is tilted upwards by as much. */
function tilted(strata: readonly Stratum[], tilt: number): { mean: number; variance: number } {
  let mean = 0;
  let variance = 0;
  for (const stratum of strata) {
    const moments = tiltOne(stratum, tilt);
    mean += moments.mean / strata.length;
    variance += moments.variance / degrees(stratum.n, strata.length) / strata.length ** 2;
  }
  return { mean, variance };
}

/** Several strata each spend a degree of freedom on their mean; one alone is judged as by Tango. */
function degrees(n: number, strata: number): number {
  return strata === 1 ? n : Math.max(1, n - 1);
}

/**
 * The likeliest distribution of one stratum under a tilt: weights count / (scale - tilt * value) with the scale at which
 * they sum to 1; what is missing to 1 at the least scale there can be is put on the value 1.
 */
function tiltOne({ values }: Stratum, tilt: number): { mean: number; variance: number } {
  const total = (above: number): number => {
    let sum = 0;
    for (const { value, count } of values) sum += count / (above + tilt * (1 - value));
    return sum;
  };
  // scale = tilt + above; above >= 0, and 0 exactly where weight goes to an unseen 1.
  let low = 0;
  let high = values.reduce((sum, { count }) => sum + count, 0);
  if (total(0) > 1) {
    for (let step = 0; step < HALVINGS; step++) {
      const middle = (low + high) / 2;
      if (total(middle) > 1) low = middle;
      else high = middle;
    }
  } else high = 0;
  let weightLeft = 1;
  let mean = 0;
  let square = 0;
  for (const { value, count } of values) {
    const weight = count / (high + tilt * (1 - value));
    weightLeft -= weight;
    mean += weight * value;
    square += weight * value * value;
  }
  mean += Math.max(0, weightLeft);
  square += Math.max(0, weightLeft);
  return { mean, variance: Math.max(0, square - mean * mean) };
}
