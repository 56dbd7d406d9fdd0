import { quantile } from "./quantile.ts";

/**
 * Percentile bootstrap of the mean of the strata's means, tasks drawn anew within each stratum (Efron and Tibshirani
 * 1993). Simulations hold it beside the score interval that pages show: where few or settled tasks vary it is too
 * narrow, and it has no width where all agree.
 * @param strata values per stratum, none of them empty
 */
export function bootstrapInterval(
  strata: readonly (readonly number[])[],
  { random, draws = 400, level = 0.95 }: { random: () => number; draws?: number; level?: number },
): [number, number] {
  const means = Float64Array.from({ length: draws }, () => {
    let mean = 0;
    for (const values of strata) {
      let sum = 0;
      for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)] as number;
      mean += sum / values.length / strata.length;
    }
    return mean;
  }).sort();
  return [quantile(means, (1 - level) / 2), quantile(means, (1 + level) / 2)];
}
