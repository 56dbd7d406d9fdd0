import { seededRandom } from "#lib/shared/random.ts";

/**
 * Percentile interval of the mean over strata of each stratum's mean, resampling within every stratum.
 * @param strata numbers per stratum, none empty
 * @returns null when no stratum has two numbers: there is nothing to resample
 */
export function stratifiedBootstrap(
  strata: readonly (readonly number[])[],
  { seed, resamples, confidence }: { seed: number; resamples: number; confidence: number },
): [number, number] | null {
  if (!strata.some((values) => values.length >= 2)) return null;
  const random = seededRandom(seed);
  const means = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    let sumOfMeans = 0;
    for (const values of strata) {
      let sum = 0;
      for (let draw = 0; draw < values.length; draw++) {
        sum += values[Math.floor(random() * values.length)] ?? 0;
      }
      sumOfMeans += sum / values.length;
    }
    means[resample] = sumOfMeans / strata.length;
  }
  means.sort();
  const tail = (1 - confidence) / 2;
  return [quantile(means, tail), quantile(means, 1 - tail)];
}

/** Linear interpolation between order statistics. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? 0;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}
