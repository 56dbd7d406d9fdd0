import { seededRandom } from "#lib/shared/random.ts";
import { mixingOf } from "./davies-bouldin.ts";
import type { LabelCodes } from "./label-codes.ts";
import { drawWithReplacement, type LabelUnits } from "./label-units.ts";
import type { Matrix } from "./matrix.ts";
import { intervalByRatio, type MeasureInterval } from "./measure-interval.ts";
import { type ShuffledReference, shuffleInPlace, summarizePermutations } from "./shuffled-labels.ts";

export type ResampledDaviesBouldin = { shuffled: ShuffledReference; interval: MeasureInterval };

/**
 * How sure a Davies-Bouldin index is, and what it would be without structure.
 *
 * Interval: between what the index of other pools lies that were drawn like this one, with as many memories of each
 * label. It is not one for ever larger pools: centroids of few rows are noise, which draws them apart, so the index
 * grows with n. Tasks are resampled with replacement within each label, so that label sizes stay about the same, and the
 * interval is the index times and by 1.96 standard deviations of the resampled logarithms. Not their percentiles: a
 * resampled centroid carries the noise of sampling twice, which lowers all resampled indices, in hundreds of
 * dimensions by more than the interval is wide. Reference: labels dealt out at random.
 *
 * A generator that yields the share done. Time O((permutations + resamples) n d).
 */
export function* resampleDaviesBouldin(
  matrix: Matrix,
  { codes, names }: Pick<LabelCodes, "codes" | "names">,
  units: LabelUnits,
  index: number,
  { permutations, resamples, seed }: { permutations: number; resamples: number; seed: number },
): Generator<number, ResampledDaviesBouldin> {
  const random = seededRandom(seed);
  const total = permutations + resamples;
  const shuffled = new Float64Array(permutations);
  const dealt = Int32Array.from(codes);
  for (let i = 0; i < permutations; i++) {
    shuffleInPlace(dealt, random);
    shuffled[i] = mixingOf(matrix, dealt, names.length).index;
    yield (i + 1) / total;
  }
  const resampled = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    resampled[i] = mixingOf(matrix, codes, names.length, drawWithReplacement(units, random)).index;
    yield (permutations + i + 1) / total;
  }
  return { shuffled: summarizePermutations(shuffled), interval: intervalByRatio(index, resampled) };
}
