import type { Matrix } from "./matrix.ts";
import { solveSymmetric } from "./solve-symmetric.ts";

/** Rows that are looked at with another label's mean in the place of their own one's. */
export type Recentered = { from: Int32Array; means: readonly Float64Array[] };

/** Rows worked on before others get their turn. */
const rowsPerStep = 256;

/**
 * The share of each row's deviation that lies outside of the directions in which label means differ:
 * 1 - |P v|^2 / |v|^2, where v is the row less the mean of the label means, and P projects onto the subspace that the
 * label means span. A row's own label mean is taken without it, or the row would explain itself. Noise in the means
 * lowers shares: `invariantShares` takes that out.
 *
 * Time O(n k (d + k^2)) for k labels.
 * @param codes label of each row, 0 .. k - 1, two rows at least of each; -1 = the row is left out
 * @param recentered the rows looked at are those given, less the mean of their label `from`, plus that of their label in
 *   `codes`; they are never formed
 * @returns one share a row, NaN for a row that is left out and for one at the mean; a generator that yields the share done
 */
export function* rawShares(
  matrix: Matrix,
  codes: Int32Array,
  recentered?: Recentered,
): Generator<number, Float64Array> {
  const { means, sizes } = labelMeans(matrix, codes, recentered);
  const products = productsOf(means, means);
  const { columns, data } = matrix;
  const shift = recentered && shiftsOf(recentered, means);
  const shares = new Float64Array(matrix.rows).fill(Number.NaN);
  for (let row = 0; row < matrix.rows; row++) {
    if (row % rowsPerStep === 0) yield row / matrix.rows;
    const own = codes[row] as number;
    if (own < 0) continue;
    const vector = data.subarray(row * columns, (row + 1) * columns);
    const withRow = means.map((mean) => dot(vector, mean));
    const moved = shift?.(vector, recentered?.from[row] as number, own);
    moved?.withMeans.forEach((by, label) => {
      withRow[label] = (withRow[label] as number) + by;
    });
    const self = dot(vector, vector) + (moved?.withSelf ?? 0);
    shares[row] = 1 - specificShare(products, withRow, self, own, sizes[own] as number);
  }
  return shares;
}

/** What replanting adds to a row's inner products with the means, and with itself. */
function shiftsOf({ means: planted }: Recentered, means: readonly Float64Array[]) {
  const among = productsOf(planted, planted);
  const across = productsOf(planted, means);
  const at = (table: number[][], a: number, b: number) => table[a]?.[b] as number;
  return (vector: Matrix["data"], from: number, to: number) => ({
    withMeans: means.map((_, label) => at(across, to, label) - at(across, from, label)),
    withSelf:
      2 * (dot(vector, planted[to] as Float64Array) - dot(vector, planted[from] as Float64Array)) +
      at(among, from, from) +
      at(among, to, to) -
      2 * at(among, from, to),
  });
}

/** Size and mean of every label, of the rows as they are or recentered. */
export function labelMeans(
  { data, rows, columns }: Matrix,
  codes: Int32Array,
  recentered?: Recentered,
): { means: Float64Array[]; sizes: number[] } {
  const count = codes.reduce((most, code) => Math.max(most, code + 1), 0);
  const sizes = new Array<number>(count).fill(0);
  const means = sizes.map(() => new Float64Array(columns));
  for (let row = 0; row < rows; row++) {
    const code = codes[row] as number;
    if (code < 0) continue;
    sizes[code] = (sizes[code] as number) + 1;
    const mean = means[code] as Float64Array;
    const less = recentered?.means[recentered.from[row] as number];
    for (let c = 0; c < columns; c++)
      mean[c] = (mean[c] as number) + (data[row * columns + c] as number) - (less ? (less[c] as number) : 0);
  }
  means.forEach((mean, code) => {
    const plus = recentered?.means[code];
    for (let c = 0; c < columns; c++)
      mean[c] = (mean[c] as number) / (sizes[code] as number) + (plus ? (plus[c] as number) : 0);
  });
  return { means, sizes };
}

/**
 * The specific share of one row from inner products alone: the means, with the row's own replaced by
 * the mean without it, are never formed.
 * @param products of the means with each other; `withRow` of the means with the row, `self` of the row with itself
 */
function specificShare(
  products: number[][],
  withRow: number[],
  self: number,
  own: number,
  size: number,
): number {
  const count = withRow.length;
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
  const center = gram.map((line) => mean(line));
  const overall = mean(center);
  const alongOverall = mean(along);
  const total = self - 2 * alongOverall + overall;
  if (total <= 0) return Number.NaN;
  // Inner products of the deviations of the means, and of the row's deviation with them.
  const between = gram.map((line, a) =>
    line.map((value, b) => value - (center[a] as number) - (center[b] as number) + overall),
  );
  const projected = along.map((value, a) => value - alongOverall - (center[a] as number) + overall);
  const weights = solveSymmetric(between, projected);
  return Math.min(
    1,
    Math.max(0, weights.reduce((sum, weight, a) => sum + weight * (projected[a] as number), 0) / total),
  );
}

function productsOf(a: readonly Float64Array[], b: readonly Float64Array[]): number[][] {
  return a.map((one) => b.map((other) => dot(one, other)));
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += (a[c] as number) * (b[c] as number);
  return sum;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
