import type { Matrix } from "./matrix.ts";

/** Row i's neighbours are `indices.subarray(i * k, (i + 1) * k)`, closest first, with their distances. */
export type Neighbors = { rows: number; k: number; indices: Int32Array; distances: Float64Array };

/** Multiplications between two yields: some tens of milliseconds, so that a caller stays responsive. */
const workPerStep = 1e8;

/** Candidates kept beyond k: the first pass orders by |a|^2 + |b|^2 - 2ab, whose rounding may swap near-ties. */
const spare = 16;

/**
 * The same as `nearestNeighbors`, as a generator: each yield is the share done (0 to 1), so that a job can let other
 * work run, report progress, or stop. Exact: candidates come from blocked dot products in double precision, their
 * final distances and order from the differences themselves. Time O(n^2 d), memory O(n k).
 */
export function* findNeighbors(
  matrix: Matrix,
  k: number,
  metric: "euclidean" | "cosine" = "euclidean",
): Generator<number, Neighbors> {
  const { rows, columns } = matrix;
  const kept = Math.max(0, Math.min(k, rows - 1));
  const found: Neighbors = {
    rows,
    k: kept,
    indices: new Int32Array(rows * kept),
    distances: new Float64Array(rows * kept),
  };
  if (kept === 0) return found;
  const norms = squaredNorms(matrix);
  const block = Math.max(4, Math.min(64, 4 * Math.floor(workPerStep / (4 * rows * Math.max(1, columns)))));
  const dots = new Float64Array(Math.min(block, rows) * rows);
  const nearest = new NearestList(Math.min(rows - 1, kept + spare));
  for (let first = 0; first < rows; first += block) {
    const last = Math.min(rows, first + block);
    multiplyBlock(matrix, first, last, dots);
    for (let i = first; i < last; i++) {
      chooseCandidates(nearest, dots, (i - first) * rows, i, norms, metric);
      for (let c = 0; c < nearest.count; c++) {
        const other = nearest.indices[c] as number;
        nearest.distances[c] = exactDistance(matrix, i, other, norms, metric);
      }
      nearest.sort();
      found.indices.set(nearest.indices.subarray(0, kept), i * kept);
      found.distances.set(nearest.distances.subarray(0, kept), i * kept);
    }
    yield last / rows;
  }
  return found;
}

/** A short ascending list that keeps the closest rows it was offered; ties by row number. */
class NearestList {
  readonly indices: Int32Array;
  readonly distances: Float64Array;
  readonly capacity: number;
  count = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.indices = new Int32Array(capacity);
    this.distances = new Float64Array(capacity);
  }

  offer(index: number, distance: number): void {
    let at = this.count;
    if (at === this.capacity) {
      if (!(distance < (this.distances[at - 1] as number))) return;
      at--;
    } else this.count++;
    while (at > 0 && (this.distances[at - 1] as number) > distance) {
      this.distances[at] = this.distances[at - 1] as number;
      this.indices[at] = this.indices[at - 1] as number;
      at--;
    }
    this.distances[at] = distance;
    this.indices[at] = index;
  }

  /** Orders anew after the distances were replaced. */
  sort(): void {
    const order = Array.from(
      { length: this.count },
      (_, i) => [this.distances[i] as number, this.indices[i] as number] as const,
    );
    order.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    order.forEach(([distance, index], i) => {
      this.distances[i] = distance;
      this.indices[i] = index;
    });
  }
}

function chooseCandidates(
  nearest: NearestList,
  dots: Float64Array,
  at: number,
  self: number,
  norms: Float64Array,
  metric: "euclidean" | "cosine",
): void {
  nearest.count = 0;
  const own = norms[self] as number;
  for (let j = 0; j < norms.length; j++) {
    if (j === self) continue;
    const dot = dots[at + j] as number;
    const other = norms[j] as number;
    nearest.offer(j, metric === "cosine" ? cosineDistance(dot, own, other) : own + other - 2 * dot);
  }
}

/** The distance of two rows in double precision. `norms` are the squared lengths of all rows. */
export function exactDistance(
  { data, columns }: Matrix,
  i: number,
  j: number,
  norms: Float64Array,
  metric: "euclidean" | "cosine",
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

/** dots[(i - first) * rows + j] = row i · row j; four rows by two rows at a time, because that keeps eight sums in registers. */
function multiplyBlock(
  { data, rows, columns }: Matrix,
  first: number,
  last: number,
  dots: Float64Array,
): void {
  for (let tile = 0; tile < rows; tile += 32) {
    const tileEnd = Math.min(rows, tile + 32);
    for (let i = first; i < last; i += 4) {
      for (let j = tile; j < tileEnd; j += 2) multiplyFourByTwo(data, columns, rows, i, last, j, first, dots);
    }
  }
}

function multiplyFourByTwo(
  data: Float32Array | Float64Array,
  columns: number,
  rows: number,
  i: number,
  last: number,
  j: number,
  first: number,
  dots: Float64Array,
): void {
  // Past the end a row stands in for the missing one, so that each pair goes through the same arithmetic.
  const i1 = Math.min(i + 1, last - 1);
  const i2 = Math.min(i + 2, last - 1);
  const i3 = Math.min(i + 3, last - 1);
  const j1 = Math.min(j + 1, rows - 1);
  const a0 = i * columns;
  const a1 = i1 * columns;
  const a2 = i2 * columns;
  const a3 = i3 * columns;
  const b0 = j * columns;
  const b1 = j1 * columns;
  let s00 = 0;
  let s10 = 0;
  let s20 = 0;
  let s30 = 0;
  let s01 = 0;
  let s11 = 0;
  let s21 = 0;
  let s31 = 0;
  for (let c = 0; c < columns; c++) {
    const x = data[b0 + c] as number;
    const y = data[b1 + c] as number;
    const p = data[a0 + c] as number;
    const q = data[a1 + c] as number;
    const r = data[a2 + c] as number;
    const s = data[a3 + c] as number;
    s00 += p * x;
    s01 += p * y;
    s10 += q * x;
    s11 += q * y;
    s20 += r * x;
    s21 += r * y;
    s30 += s * x;
    s31 += s * y;
  }
  dots[(i - first) * rows + j] = s00;
  dots[(i - first) * rows + j1] = s01;
  dots[(i1 - first) * rows + j] = s10;
  dots[(i1 - first) * rows + j1] = s11;
  dots[(i2 - first) * rows + j] = s20;
  dots[(i2 - first) * rows + j1] = s21;
  dots[(i3 - first) * rows + j] = s30;
  dots[(i3 - first) * rows + j1] = s31;
}
