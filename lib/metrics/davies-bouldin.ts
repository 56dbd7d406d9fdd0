import { firstNonFinite } from "./first-non-finite.ts";
import { labelCodes } from "./label-codes.ts";
import type { Matrix } from "./matrix.ts";
import type { Measured } from "./measured.ts";

/** Spreads and centroid distances at or below this count as zero, as in scikit-learn (`allclose`). */
const nearZero = 1e-8;

/**
 * Davies-Bouldin index of labeled points: the mean, over labels, of the worst ratio
 * (spread_i + spread_j) / distance(centroid_i, centroid_j), where a spread is the mean Euclidean distance
 * of a label's points to their centroid. No unit; 0 or more; higher = more mixed.
 *
 * Follows scikit-learn 1.9 `davies_bouldin_score`, edge cases included: a label of one point has spread 0;
 * two coincident centroids count as infinitely far apart (so heavy mixing can lower the index); all spreads or all
 * centroid distances near 0 give 0. Davies and Bouldin, IEEE PAMI 1(2), 1979. Time O(n d + labels^2 d).
 *
 * @returns undefined with a sentence for fewer than 2 labels, for as many labels as points, or a number that isn't finite
 * @throws RangeError when there aren't as many labels as rows
 */
export function daviesBouldin(matrix: Matrix, labels: readonly (string | number)[]): Measured<number> {
  if (labels.length !== matrix.rows) throw new RangeError(`${labels.length} labels for ${matrix.rows} rows.`);
  const { codes, names } = labelCodes(labels);
  const count = names.length;
  if (count < 2 || count > matrix.rows - 1) {
    return {
      undefinedBecause:
        count < 2
          ? `Davies-Bouldin compares groups: it needs at least 2 different labels, and there ${count === 1 ? "is 1" : "are none"}.`
          : `Davies-Bouldin needs fewer labels than points, and each of the ${matrix.rows} points has its own.`,
    };
  }
  const { index, finite } = mixingOf(matrix, codes, count);
  if (finite) return { value: index };
  const bad = firstNonFinite(matrix);
  return {
    undefinedBecause:
      bad >= 0
        ? `Row ${bad} holds a number that is not finite.`
        : "The numbers are too large to be compared.",
  };
}

/**
 * The index of points whose labels are codes 0 .. count - 1, without a word about degenerate labels.
 * @param weights how often each row counts; 0 = not at all. Left out = each once
 * @returns finite = false when a row or a distance is not a finite number
 */
export function mixingOf(
  matrix: Matrix,
  codes: Int32Array,
  count: number,
  weights?: Float64Array,
): { index: number; finite: boolean } {
  const sizes = new Float64Array(count);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    sizes[code] = (sizes[code] as number) + (weights ? (weights[i] as number) : 1);
  }
  const centroids = centroidsOf(matrix, codes, sizes, weights);
  const spreads = spreadsOf(matrix, codes, sizes, centroids, weights);
  // A number that is not finite spoils its own label's spread.
  if (!spreads.every(Number.isFinite)) return { index: Number.NaN, finite: false };
  return { index: worstRatioMean(centroids, spreads, matrix.columns), finite: true };
}

function centroidsOf(
  { data, rows, columns }: Matrix,
  codes: Int32Array,
  sizes: Float64Array,
  weights: Float64Array | undefined,
): Float64Array {
  const centroids = new Float64Array(sizes.length * columns);
  for (let i = 0; i < rows; i++) {
    const weight = weights ? (weights[i] as number) : 1;
    if (weight === 0) continue;
    const to = (codes[i] as number) * columns;
    const from = i * columns;
    for (let j = 0; j < columns; j++)
      centroids[to + j] = (centroids[to + j] as number) + weight * (data[from + j] as number);
  }
  for (let c = 0; c < sizes.length; c++) {
    const size = sizes[c] as number;
    for (let j = c * columns; j < (c + 1) * columns; j++) centroids[j] = (centroids[j] as number) / size;
  }
  return centroids;
}

function spreadsOf(
  { data, rows, columns }: Matrix,
  codes: Int32Array,
  sizes: Float64Array,
  centroids: Float64Array,
  weights: Float64Array | undefined,
): Float64Array {
  const spreads = new Float64Array(sizes.length);
  for (let i = 0; i < rows; i++) {
    const weight = weights ? (weights[i] as number) : 1;
    if (weight === 0) continue;
    const code = codes[i] as number;
    const distance = distanceBetween(data, i * columns, centroids, code * columns, columns);
    spreads[code] = (spreads[code] as number) + weight * distance;
  }
  return spreads.map((sum, c) => sum / (sizes[c] as number));
}

function worstRatioMean(centroids: Float64Array, spreads: Float64Array, columns: number): number {
  const count = spreads.length;
  const between = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const distance = distanceBetween(centroids, i * columns, centroids, j * columns, columns);
      between[i * count + j] = between[j * count + i] = distance;
    }
  }
  if (spreads.every((spread) => spread <= nearZero) || between.every((distance) => distance <= nearZero))
    return 0;
  // Two centroids that differ by rounding alone would otherwise give a ratio of 1e16 instead of "coincident".
  const coincident = 1e-14 * between.reduce((most, distance) => Math.max(most, distance), 0);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    let worst = 0;
    for (let j = 0; j < count; j++) {
      const distance = between[i * count + j] as number;
      if (distance > coincident)
        worst = Math.max(worst, ((spreads[i] as number) + (spreads[j] as number)) / distance);
    }
    sum += worst;
  }
  return sum / count;
}

/** Four sums at once: additions that wait for each other are what takes the time. */
function distanceBetween(
  a: ArrayLike<number>,
  atA: number,
  b: ArrayLike<number>,
  atB: number,
  columns: number,
): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let j = 0;
  for (; j + 3 < columns; j += 4) {
    const p = (a[atA + j] as number) - (b[atB + j] as number);
    const q = (a[atA + j + 1] as number) - (b[atB + j + 1] as number);
    const r = (a[atA + j + 2] as number) - (b[atB + j + 2] as number);
    const s = (a[atA + j + 3] as number) - (b[atB + j + 3] as number);
    first += p * p;
    second += q * q;
    third += r * r;
    fourth += s * s;
  }
  for (; j < columns; j++) {
    const p = (a[atA + j] as number) - (b[atB + j] as number);
    first += p * p;
  }
  return Math.sqrt(first + second + third + fourth);
}
