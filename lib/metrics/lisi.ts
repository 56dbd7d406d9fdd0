import { effectivePerplexity } from "./effective-perplexity.ts";
import { firstNonFinite } from "./first-non-finite.ts";
import { inverseSimpson } from "./inverse-simpson.ts";
import { labelCodes } from "./label-codes.ts";
import type { Matrix } from "./matrix.ts";
import type { Measured } from "./measured.ts";
import { neighborWeights } from "./neighbor-weights.ts";
import { nearestNeighbors } from "./neighbors.ts";
import { summarize } from "./summarize.ts";

export type Lisi = {
  perPoint: Float64Array;
  mean: number;
  median: number;
  /** What was used; less than asked for when there are too few points. */
  perplexity: number;
};

/**
 * Local inverse Simpson index: for each point, the effective number of labels among its neighbors, from 1 to the
 * number of labels; higher = more mixed. Korsunsky et al., Nature Methods 16, 2019; agrees with the values of
 * harmonypy's `compute_lisi` wherever no distances tie.
 *
 * floor(3 x perplexity) - 1 exact Euclidean neighbors, the point itself left out (of exact duplicates the published
 * code drops an arbitrary one instead). A raw LISI depends on label sizes and perplexity: read it beside the mean
 * under shuffled labels (`shuffledLisi`). Time O(n^2 d): use `findNeighbors` in jobs.
 *
 * @throws RangeError when there aren't as many labels as rows, or perplexity < 1
 */
export function computeLisi(
  matrix: Matrix,
  labels: readonly (string | number)[],
  perplexity = 30,
): Measured<Lisi> {
  if (labels.length !== matrix.rows) throw new RangeError(`${labels.length} labels for ${matrix.rows} rows.`);
  const effective = effectivePerplexity(matrix.rows, perplexity);
  if ("undefinedBecause" in effective) return effective;
  const bad = firstNonFinite(matrix);
  if (bad >= 0) return { undefinedBecause: `Row ${bad} holds a number that is not finite.` };
  const neighbors = nearestNeighbors(matrix, Math.floor(3 * effective.value) - 1);
  const { codes, names } = labelCodes(labels);
  const weights = neighborWeights(neighbors, effective.value);
  const perPoint = inverseSimpson(neighbors.indices, weights, neighbors.k, codes, names.length);
  return { value: { perPoint, ...summarize(perPoint), perplexity: effective.value } };
}
