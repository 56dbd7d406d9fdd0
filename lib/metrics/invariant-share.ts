import { seededRandom } from "#lib/shared/random.ts";
import { labelCodes } from "./label-codes.ts";
import type { Matrix } from "./matrix.ts";
import { dot, labelMeans, rawShares } from "./raw-share.ts";
import { shuffleInPlace } from "./shuffled-labels.ts";

/** The mean of fewer rows says next to nothing of its label: those rows have no share, and no part in the others'. */
const fewestOfLabel = 5;

export type InvariantShares = {
  /** About 0 to 1, NaN where the row's label has fewer than five rows. */
  perPoint: Float64Array;
  /** What a raw share comes to in pools like this one, over what was planted there: every raw share is divided by it. */
  reference: number;
  /** Rows that have a share. */
  n: number;
};

type ShareOptions = { pools?: number; seed?: number };

/**
 * The label-invariant share of each row: 1 = nothing in it tells its label by direction, 0 = all of it does.
 * `rawShares`, corrected for the noise in label means: pools are made in which the share is known, of the label
 * means as they are and of the rows' own parts dealt out among the labels, and raw shares are divided by what
 * they come to there over what they are. Dividing by shares under shuffled labels would not do: the directions that
 * noise picks hold more of the rows than those in which labels differ, so that such shares run up to 1.7.
 *
 * Our estimator of the abstraction level that Memory Transfer Learning (arXiv 2604.14004) describes without giving a
 * formula. It assumes that the label-specific part of an embedding is additive and lies in the span of the label means
 * (it is a shift, not a change of shape). One row may come out above 1 by chance.
 *
 * @param options how many pools are made for the reference (5), and the seed (42)
 * @returns null when fewer than two labels have five rows, or nothing deviates
 * @throws RangeError when there aren't as many labels as rows
 */
export function invariantShares(
  matrix: Matrix,
  labels: readonly (string | number)[],
  options: ShareOptions = {},
): InvariantShares | null {
  const steps = invariantShareSteps(matrix, labels, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same as a generator: each yield is the share done, 0 to 1. */
export function* invariantShareSteps(
  matrix: Matrix,
  labels: readonly (string | number)[],
  { pools = 5, seed = 42 }: ShareOptions = {},
): Generator<number, InvariantShares | null> {
  if (labels.length !== matrix.rows) throw new RangeError(`${labels.length} labels for ${matrix.rows} rows.`);
  const codes = codesOfLarge(labels);
  if (codes.reduce((most, code) => Math.max(most, code), -1) < 1) return null;
  const reference = yield* summarizePermutations(matrix, codes, pools, seed);
  const raw = yield* partOf(rawShares(matrix, codes), pools, pools + 1);
  const perPoint = raw.map((share) => share / reference);
  const n = perPoint.reduce((count, share) => count + (Number.isFinite(share) ? 1 : 0), 0);
  return n === 0 ? null : { perPoint, reference, n };
}

/** Steps of one of several parts, told as the share of all. */
function* partOf<T>(steps: Generator<number, T>, part: number, parts: number): Generator<number, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield (part + step.value) / parts;
  }
}

/** Labels of five rows and more as 0 .. k - 1, others as -1. */
function codesOfLarge(labels: readonly (string | number)[]): Int32Array {
  const { codes, sizes } = labelCodes(labels);
  let next = 0;
  const places = sizes.map((size) => (size >= fewestOfLabel ? next++ : -1));
  return codes.map((code) => places[code] as number);
}

function* summarizePermutations(
  matrix: Matrix,
  codes: Int32Array,
  pools: number,
  seed: number,
): Generator<number, number> {
  const { means } = labelMeans(matrix, codes);
  const random = seededRandom(seed);
  const rows = Int32Array.from(codes.keys()).filter((row) => (codes[row] as number) >= 0);
  const among = rows.map((row) => codes[row] as number);
  let sum = 0;
  let count = 0;
  for (let pool = 0; pool < pools; pool++) {
    shuffleInPlace(among, random);
    const dealt = Int32Array.from(codes);
    rows.forEach((row, at) => {
      dealt[row] = among[at] as number;
    });
    const steps = rawShares(matrix, dealt, { from: codes, means });
    for (const share of yield* partOf(steps, pool, pools + 1)) {
      if (!Number.isFinite(share)) continue;
      sum += share;
      count++;
    }
  }
  return sum / count / plantedShare(matrix, codes, means);
}

/** The invariant share of a pool of these label means and these own parts: squared lengths of the latter over both. */
function plantedShare({ data, columns }: Matrix, codes: Int32Array, means: readonly Float64Array[]): number {
  const center = new Float64Array(columns);
  for (const mean of means)
    for (let c = 0; c < columns; c++) center[c] = (center[c] as number) + (mean[c] as number) / means.length;
  const apart = means.map((mean) => {
    const away = mean.map((value, c) => value - (center[c] as number));
    return dot(away, away);
  });
  let own = 0;
  let specific = 0;
  codes.forEach((code, row) => {
    const mean = means[code];
    if (!mean) return;
    const vector = data.subarray(row * columns, (row + 1) * columns);
    own += dot(vector, vector) - 2 * dot(vector, mean) + dot(mean, mean);
    specific += apart[code] as number;
  });
  return own / (own + specific);
}
