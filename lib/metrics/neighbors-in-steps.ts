import type { Matrix } from "./matrix.ts";
import { NearestLists } from "./nearest-lists.ts";
import { tileProducts, tileRows } from "./tile-products.ts";

/** Row i's neighbors are `indices.subarray(i * k, (i + 1) * k)`, closest first, with their distances. */
export type Neighbors = { rows: number; k: number; indices: Int32Array; distances: Float64Array };

type Metric = "euclidean" | "cosine";

/** Multiplications between two yields: some tens of milliseconds, so that a caller stays responsive. */
const workPerStep = 5e7;

/** Candidates kept beyond k: the first pass orders by |a|^2 + |b|^2 - 2ab, whose rounding may swap near-ties. */
const spare = 16;

/**
 * The same as `nearestNeighbors`, as a generator: each yield is the share done (0 to 1), so that a job can let other
 * work run, report progress, or stop. Exact: candidates come from tiles of dot products in double precision, each pair
 * of rows multiplied once; final distances and order come from the rows themselves. Time O(n^2 d), memory O(n k).
 */
export function* findNeighbors(
  matrix: Matrix,
  k: number,
  metric: Metric = "euclidean",
): Generator<number, Neighbors> {
  const { rows } = matrix;
  const kept = Math.max(0, Math.min(k, rows - 1));
  const norms = squaredNorms(matrix);
  const lists = new NearestLists(rows, kept === 0 ? 0 : Math.min(rows - 1, kept + spare));
  if (kept > 0) yield* offerAllPairs(matrix, norms, metric, lists);
  return yield* keepNearest(matrix, norms, metric, lists, kept);
}

/**
 * Offers every pair to both of its rows. Tiles go in ascending order on both sides, and so do the offers to any row:
 * that is what makes ties go by row number.
 */
function* offerAllPairs(
  matrix: Matrix,
  norms: Float64Array,
  metric: Metric,
  lists: NearestLists,
): Generator<number> {
  const { rows, columns } = matrix;
  const products = new Float64Array(tileRows * tileRows);
  const tiles = Math.ceil(rows / tileRows);
  const pairs = (tiles * (tiles + 1)) / 2;
  let done = 0;
  let work = 0;
  for (let first = 0; first < rows; first += tileRows) {
    for (let other = first; other < rows; other += tileRows) {
      tileProducts(matrix, first, other, products);
      offerTile(first, other, products, norms, metric, lists);
      done++;
      work += tileRows * tileRows * columns;
      if (work < workPerStep) continue;
      work = 0;
      yield (0.95 * done) / pairs;
    }
  }
}

function offerTile(
  first: number,
  other: number,
  products: Float64Array,
  norms: Float64Array,
  metric: Metric,
  lists: NearestLists,
): void {
  const end = Math.min(norms.length, first + tileRows);
  const otherEnd = Math.min(norms.length, other + tileRows);
  for (let i = first; i < end; i++) {
    for (let j = Math.max(other, i + 1); j < otherEnd; j++) {
      const product = products[(i - first) * tileRows + j - other] as number;
      const a = norms[i] as number;
      const b = norms[j] as number;
      const distance = metric === "cosine" ? cosineDistance(product, a, b) : a + b - 2 * product;
      lists.offer(i, j, distance);
      lists.offer(j, i, distance);
    }
  }
}

/** Measures the candidates anew, without the cancellation of the first pass, and keeps the k nearest in order. */
function* keepNearest(
  matrix: Matrix,
  norms: Float64Array,
  metric: Metric,
  lists: NearestLists,
  k: number,
): Generator<number, Neighbors> {
  const { rows, columns } = matrix;
  const indices = new Int32Array(rows * k);
  const distances = new Float64Array(rows * k);
  let work = 0;
  for (let i = 0; i < rows && k > 0; i++) {
    const start = i * lists.capacity;
    const candidates = Array.from(
      lists.indices.subarray(start, start + (lists.counts[i] as number)),
      (index) => {
        return { index, distance: exactDistance(matrix, i, index, norms, metric) };
      },
    );
    candidates.sort((a, b) => a.distance - b.distance || a.index - b.index);
    for (let place = 0; place < k; place++) {
      indices[i * k + place] = candidates[place]?.index ?? -1;
      distances[i * k + place] = candidates[place]?.distance ?? Number.NaN;
    }
    work += candidates.length * columns;
    if (work < workPerStep && i < rows - 1) continue;
    work = 0;
    yield 0.95 + (0.05 * (i + 1)) / rows;
  }
  return { rows, k, indices, distances };
}

/** The distance of two rows in double precision. `norms` are the squared lengths of all rows. */
export function exactDistance(
  { data, columns }: Matrix,
  i: number,
  j: number,
  norms: Float64Array,
  metric: Metric,
): number {
  const a = i * columns;
  const b = j * columns;
  let sum = 0;
  if (metric === "cosine") {
    for (let c = 0; c < columns; c++) sum += (data[a + c] as number) * (data[b + c] as number);
    return cosineDistance(sum, norms[i] as number, norms[j] as number);
  }
  for (let c = 0; c < columns; c++) {
    const difference = (data[a + c] as number) - (data[b + c] as number);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

function cosineDistance(dot: number, squaredA: number, squaredB: number): number {
  const length = Math.sqrt(squaredA) * Math.sqrt(squaredB);
  return length === 0 ? 1 : Math.max(0, 1 - dot / length);
}

/** The squared length of every row. */
export function squaredNorms({ data, rows, columns }: Matrix): Float64Array {
  const norms = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = i * columns; j < (i + 1) * columns; j++) sum += (data[j] as number) * (data[j] as number);
    norms[i] = sum;
  }
  return norms;
}
