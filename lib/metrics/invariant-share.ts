import { labelCodes } from "./label-codes.ts";
import type { Matrix } from "./matrix.ts";
import { solveSymmetric } from "./solve-symmetric.ts";

/**
 * The share of each row's deviation that is label-invariant: 1 - |P v|² / |v|², where v is the row less
 * the mean of the label means, and P projects onto the between-label subspace, which the label means
 * span. 1 = nothing in the row tells its label by direction; 0 = all of it does.
 *
 * Our estimator of the abstraction level that Memory Transfer Learning (arXiv 2604.14004) describes
 * without giving a formula. Assumptions: the label-specific part of an embedding is additive and lies
 * in the span of the label means (it is a shift, not a change of shape); a row's own label mean is
 * estimated without that row, or the row would explain itself. With few rows a label, means carry
 * noise, which lowers every share by about (k - 1) / (effective number of directions): read it beside
 * the mean under shuffled labels.
 *
 * Time O(n k (d + k²)) for k labels.
 * @returns one share a row, NaN for a row at the mean; null when fewer than two labels have two rows
 * @throws RangeError when there aren't as many labels as rows
 */
export function invariantShares(matrix: Matrix, labels: readonly (string | number)[]): Float64Array | null {
  if (labels.length !== matrix.rows) throw new RangeError(`${labels.length} labels for ${matrix.rows} rows.`);
  const { codes, sizes } = labelCodes(labels);
  // A label of one row has no mean without that row.
  const used = sizes.flatMap((size, code) => (size >= 2 ? [code] : []));
  if (used.length < 2) return null;
  const means = used.map((code) => labelMean(matrix, codes, code));
  const products = means.map((a) => means.map((b) => dot(a, 0, b, matrix.columns)));
  const place = new Map(used.map((code, at) => [code, at]));
  const shares = new Float64Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row++) {
    const own = place.get(codes[row] as number) ?? -1;
    const size = own < 0 ? 0 : (sizes[used[own] as number] as number);
    shares[row] = 1 - specificShare(matrix, row, means, products, own, size);
  }
  return shares;
}

/**
 * The specific share of one row from inner products alone: the means, with the row's own replaced by
 * the mean without it, are never formed.
 */
function specificShare(
  matrix: Matrix,
  row: number,
  means: Float64Array[],
  products: number[][],
  own: number,
  size: number,
): number {
  const count = means.length;
  const start = row * matrix.columns;
  const withRow = means.map((mean) => dot(matrix.data, start, mean, matrix.columns));
  const self = dot(matrix.data, start, matrix.data.subarray(start), matrix.columns);
  // mean without the row = (size · mean - row) / (size - 1)
  const rest = (whole: number, part: number) => (size * whole - part) / (size - 1);
  const mm = (a: number, b: number): number => {
    const both = products[a]?.[b] as number;
    if (a !== own && b !== own) return both;
    if (a !== b) return rest(both, withRow[a === own ? b : a] as number);
    return (size * size * both - 2 * size * (withRow[own] as number) + self) / (size - 1) ** 2;
  };
  const mx = (a: number): number => (a === own ? rest(withRow[a] as number, self) : (withRow[a] as number));
  const gram = Array.from({ length: count }, (_, a) => Array.from({ length: count }, (_, b) => mm(a, b)));
  const along = Array.from({ length: count }, (_, a) => mx(a));
  const centre = gram.map((line) => mean(line));
  const overall = mean(centre);
  const alongOverall = mean(along);
  const total = self - 2 * alongOverall + overall;
  if (total <= 0) return Number.NaN;
  // Inner products of the deviations of the means, and of the row's deviation with them.
  const between = gram.map((line, a) =>
    line.map((value, b) => value - (centre[a] as number) - (centre[b] as number) + overall),
  );
  const projected = along.map((value, a) => value - alongOverall - (centre[a] as number) + overall);
  const weights = solveSymmetric(between, projected);
  return Math.min(
    1,
    Math.max(0, weights.reduce((sum, weight, a) => sum + weight * (projected[a] as number), 0) / total),
  );
}

function labelMean({ data, rows, columns }: Matrix, codes: Int32Array, code: number): Float64Array {
  const sum = new Float64Array(columns);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (codes[row] !== code) continue;
    count++;
    for (let c = 0; c < columns; c++) sum[c] = (sum[c] as number) + (data[row * columns + c] as number);
  }
  return sum.map((value) => value / count);
}

function dot(a: ArrayLike<number>, atA: number, b: ArrayLike<number>, columns: number): number {
  let sum = 0;
  for (let c = 0; c < columns; c++) sum += (a[atA + c] as number) * (b[c] as number);
  return sum;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
