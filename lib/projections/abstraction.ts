import { daviesBouldin } from "#lib/metrics/davies-bouldin.ts";
import { effectivePerplexity } from "#lib/metrics/effective-perplexity.ts";
import { firstNonFinite } from "#lib/metrics/first-non-finite.ts";
import { inverseSimpson } from "#lib/metrics/inverse-simpson.ts";
import { type LabelCodes, labelCodes } from "#lib/metrics/label-codes.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import type { Measured } from "#lib/metrics/measured.ts";
import { neighborWeights } from "#lib/metrics/neighbor-weights.ts";
import { shuffledLisi } from "#lib/metrics/shuffled-labels.ts";
import { summarize } from "#lib/metrics/summarize.ts";
import { findNearest } from "#lib/neighbors/find-nearest.ts";
import type { AbstractionResult } from "./schema.ts";

const permutations = 20;
const seed = 42;

/**
 * How mixed the labels are among points: DBI and mean LISI (the same definitions as `daviesBouldin` and `computeLisi`),
 * with the label sizes, the perplexity that was really used and the mean LISI under shuffled labels.
 * @throws signal.reason when aborted
 */
export async function measureMixing(
  matrix: Matrix,
  labels: readonly string[],
  perplexity: number,
  {
    signal,
    onShare,
  }: { signal?: AbortSignal | undefined; onShare?: ((share: number) => void) | undefined } = {},
): Promise<AbstractionResult> {
  const dbi = daviesBouldin(matrix, labels);
  const coded = labelCodes(labels);
  const lisi = await measureLisi(matrix, coded, perplexity, signal, onShare);
  const sizes = coded.names.map((name, code) => [name, coded.sizes[code] ?? 0] as const);
  return {
    n: matrix.rows,
    labels: Object.fromEntries(sizes.sort((a, b) => b[1] - a[1])),
    ...("value" in dbi ? { dbi: dbi.value } : { dbi: null, dbiUndefinedBecause: dbi.undefinedBecause }),
    ...("value" in lisi ? { lisi: lisi.value } : { lisi: null, lisiUndefinedBecause: lisi.undefinedBecause }),
  };
}

async function measureLisi(
  matrix: Matrix,
  { codes, names }: LabelCodes,
  perplexity: number,
  signal: AbortSignal | undefined,
  onShare: ((share: number) => void) | undefined,
): Promise<Measured<NonNullable<AbstractionResult["lisi"]>>> {
  const effective = effectivePerplexity(matrix.rows, perplexity);
  if ("undefinedBecause" in effective) return effective;
  const bad = firstNonFinite(matrix);
  if (bad >= 0)
    return { undefinedBecause: `The vector of memory ${bad + 1} holds a number that is not finite.` };
  const wanted = Math.floor(3 * effective.value) - 1;
  const neighbors = await findNearest(matrix, wanted, "euclidean", { signal, onProgress: onShare });
  const { indices, k } = neighbors;
  const weights = neighborWeights(neighbors, effective.value);
  const { mean, median } = summarize(inverseSimpson(indices, weights, k, codes, names.length));
  const randomLabelMean = shuffledLisi({ indices, weights, k }, codes, names.length, { permutations, seed });
  return {
    value: {
      mean,
      median,
      perplexity: effective.value,
      requestedPerplexity: perplexity,
      randomLabelMean,
      permutations,
      seed,
    },
  };
}
