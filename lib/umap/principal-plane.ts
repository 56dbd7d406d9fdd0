import type { Matrix } from "#lib/metrics/matrix.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { largestEigenvectors } from "./symmetric-eigenvectors.ts";

const sampleRows = 2000;
/** More than the two wanted: the more, the fewer rounds. Taken by fours. */
const directions = 8;
const rounds = 3;

/** The directions, one after the other, each of the matrix's width. */
type Axes = Float64Array;

/**
 * The rows seen in the plane of their two widest directions (principal components, by block power iteration and
 * Rayleigh-Ritz on a seeded sample of at most 2,000 rows): two columns per row, centered. Where a layout starts decides
 * its large-scale geometry: from the principal plane, clusters keep their places; from random points they land anywhere.
 * O(n d).
 * @returns 2 n numbers, row-major; zeros where the rows do not spread
 */
export function principalPlane(matrix: Matrix, seed: number): Float32Array {
  const { data, rows, columns } = matrix;
  const mean = meanRow(matrix);
  const axes = widestDirections(matrix, mean, seed);
  const plane = new Float32Array(rows * 2);
  const along = new Float64Array(4);
  dotFour(mean, 0, axes, 0, columns, along);
  const [offsetX = 0, offsetY = 0] = along;
  for (let row = 0; row < rows; row++) {
    dotFour(data, row * columns, axes, 0, columns, along);
    plane[row * 2] = (along[0] as number) - offsetX;
    plane[row * 2 + 1] = (along[1] as number) - offsetY;
  }
  return plane.map((value) => (Number.isFinite(value) ? value : 0));
}

/** Four directions of which the first two are the widest; the others are 0. */
function widestDirections(matrix: Matrix, mean: Float64Array, seed: number): Axes {
  const { rows, columns } = matrix;
  const random = seededRandom(seed);
  const sample = Int32Array.from({ length: Math.min(rows, sampleRows) }, (_, i) =>
    rows <= sampleRows ? i : Math.floor(random() * rows),
  );
  let axes: Axes = Float64Array.from({ length: directions * columns }, () => random() - 0.5);
  orthonormalize(axes, columns);
  let covariance = new Float64Array(0);
  for (let round = 0; round < rounds; round++) {
    const images = throughCovariance(matrix, sample, mean, axes);
    covariance = productsOf(axes, images, columns);
    if (round === rounds - 1) break;
    axes = images;
    orthonormalize(axes, columns);
  }
  // Iteration finds the space of the widest directions; within it they are the eigenvectors of a small matrix.
  const turns = largestEigenvectors(covariance, directions, 2);
  const widest = new Float64Array(4 * columns);
  turns.forEach((turn, place) => {
    const axis = widest.subarray(place * columns, (place + 1) * columns);
    for (let k = 0; k < directions; k++) {
      for (let j = 0; j < columns; j++)
        axis[j] = (axis[j] as number) + (turn[k] as number) * (axes[k * columns + j] as number);
    }
    fixSign(axis);
  });
  return widest;
}

/** The sign of a direction is arbitrary; the largest entry is made positive so that runs agree. */
function fixSign(axis: Float64Array): void {
  const largest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  if (largest < 0) for (let j = 0; j < axis.length; j++) axis[j] = -(axis[j] as number);
}

/** The sample's covariance (times its size) with each direction, both passes over a row while it is in the cache. */
function throughCovariance(
  { data, columns }: Matrix,
  sample: Int32Array,
  mean: Float64Array,
  axes: Axes,
): Axes {
  const images = new Float64Array(axes.length);
  const along = new Float64Array(4);
  for (let first = 0; first < directions; first += 4) {
    const start = first * columns;
    const offsets = new Float64Array(4);
    const total = new Float64Array(4);
    dotFour(mean, 0, axes, start, columns, offsets);
    for (const row of sample) {
      dotFour(data, row * columns, axes, start, columns, along);
      for (let k = 0; k < 4; k++) {
        along[k] = (along[k] as number) - (offsets[k] as number);
        total[k] = (total[k] as number) + (along[k] as number);
      }
      addFour(data, row * columns, images, start, columns, along);
    }
    addFour(
      mean,
      0,
      images,
      start,
      columns,
      total.map((value) => -value),
    );
  }
  return images;
}

/** A row's dot products with four directions, in one pass. */
function dotFour(
  data: ArrayLike<number>,
  row: number,
  axes: Axes,
  first: number,
  columns: number,
  into: Float64Array,
): void {
  const second = first + columns;
  const third = second + columns;
  const fourth = third + columns;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let j = 0; j < columns; j++) {
    const value = data[row + j] as number;
    a += value * (axes[first + j] as number);
    b += value * (axes[second + j] as number);
    c += value * (axes[third + j] as number);
    d += value * (axes[fourth + j] as number);
  }
  into[0] = a;
  into[1] = b;
  into[2] = c;
  into[3] = d;
}

/** Adds a row to four directions, each by its own weight. */
function addFour(
  data: ArrayLike<number>,
  row: number,
  axes: Axes,
  first: number,
  columns: number,
  weights: Float64Array,
): void {
  const [a = 0, b = 0, c = 0, d = 0] = weights;
  const second = first + columns;
  const third = second + columns;
  const fourth = third + columns;
  for (let j = 0; j < columns; j++) {
    const value = data[row + j] as number;
    axes[first + j] = (axes[first + j] as number) + a * value;
    axes[second + j] = (axes[second + j] as number) + b * value;
    axes[third + j] = (axes[third + j] as number) + c * value;
    axes[fourth + j] = (axes[fourth + j] as number) + d * value;
  }
}

/** Gram-Schmidt in place; a direction that depends on the others becomes 0. */
function orthonormalize(axes: Axes, columns: number): void {
  const axisOf = (k: number) => axes.subarray(k * columns, (k + 1) * columns);
  for (let k = 0; k < directions; k++) {
    const axis = axisOf(k);
    const before = Math.sqrt(dot(axis, axis));
    for (let other = 0; other < k; other++) {
      const earlier = axisOf(other);
      const overlap = dot(axis, earlier);
      for (let j = 0; j < columns; j++) axis[j] = (axis[j] as number) - overlap * (earlier[j] as number);
    }
    const length = Math.sqrt(dot(axis, axis));
    const scale = length > 1e-9 * before && length > 0 ? 1 / length : 0;
    for (let j = 0; j < columns; j++) axis[j] = (axis[j] as number) * scale;
  }
}

/** Dot products of all directions with all images, symmetric by rounding up to a mean. */
function productsOf(axes: Axes, images: Axes, columns: number): Float64Array<ArrayBuffer> {
  const of = (values: Axes, k: number) => values.subarray(k * columns, (k + 1) * columns);
  return Float64Array.from({ length: directions * directions }, (_, at) => {
    const a = Math.floor(at / directions);
    const b = at % directions;
    return (dot(of(axes, a), of(images, b)) + dot(of(axes, b), of(images, a))) / 2;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] as number) * (b[j] as number);
  return sum;
}

function meanRow({ data, rows, columns }: Matrix): Float64Array {
  const sum = new Float64Array(columns);
  for (let start = 0; start < rows * columns; start += columns) {
    for (let j = 0; j < columns; j++) sum[j] = (sum[j] as number) + (data[start + j] as number);
  }
  return sum.map((value) => value / Math.max(1, rows));
}
