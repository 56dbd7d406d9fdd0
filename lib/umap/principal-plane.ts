import type { Matrix } from "#lib/metrics/matrix.ts";
import { seededRandom } from "#lib/shared/random.ts";

const sampleRows = 1500;
const directions = 4;
const rounds = 10;

/** Four directions of the matrix's width, one after the other. */
type Axes = Float64Array;

/**
 * The rows seen in the plane of their two widest directions (principal components, by block power iteration on a
 * seeded sample of at most 1,500 rows): two columns per row, centred. Where a layout starts decides its large-scale
 * geometry: from the principal plane, clusters keep their places; from random points they land anywhere. O(n d).
 * @returns 2 n numbers, row-major; zeros where the rows do not spread
 */
export function principalPlane(matrix: Matrix, seed: number): Float32Array {
  const { data, rows, columns } = matrix;
  const mean = meanRow(matrix);
  const axes = widestDirections(matrix, mean, seed);
  const plane = new Float32Array(rows * 2);
  const offsets = dots(mean, 0, axes, columns);
  for (let row = 0; row < rows; row++) {
    const along = dots(data, row * columns, axes, columns);
    plane[row * 2] = (along[0] as number) - (offsets[0] as number);
    plane[row * 2 + 1] = (along[1] as number) - (offsets[1] as number);
  }
  return plane.map((value) => (Number.isFinite(value) ? value : 0));
}

function widestDirections(matrix: Matrix, mean: Float64Array, seed: number): Axes {
  const { rows, columns } = matrix;
  const random = seededRandom(seed);
  const sample = Int32Array.from({ length: Math.min(rows, sampleRows) }, (_, i) =>
    rows <= sampleRows ? i : Math.floor(random() * rows),
  );
  let axes: Axes = Float64Array.from({ length: directions * columns }, () => random() - 0.5);
  for (let round = 0; round < rounds; round++) {
    axes = throughCovariance(matrix, sample, mean, axes);
    orthonormalize(axes, columns);
  }
  return sortByVariance(matrix, sample, mean, axes);
}

/** Power iteration finds the space; within it the directions are told apart by their variance. */
function sortByVariance(matrix: Matrix, sample: Int32Array, mean: Float64Array, axes: Axes): Axes {
  const { data, columns } = matrix;
  const offsets = dots(mean, 0, axes, columns);
  const variance = new Float64Array(directions);
  for (const row of sample) {
    dots(data, row * columns, axes, columns).forEach((along, axis) => {
      variance[axis] = (variance[axis] as number) + (along - (offsets[axis] as number)) ** 2;
    });
  }
  const widest = [...variance.keys()].sort((a, b) => (variance[b] as number) - (variance[a] as number));
  const sorted = new Float64Array(axes.length);
  widest.forEach((axis, place) => {
    sorted.set(withFixedSign(axes.subarray(axis * columns, (axis + 1) * columns)), place * columns);
  });
  return sorted;
}

/** The sign of a direction is arbitrary; the largest entry is made positive so that runs agree. */
function withFixedSign(axis: Float64Array): Float64Array {
  const largest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return largest < 0 ? axis.map((value) => -value) : axis;
}

/** The sample's covariance times each direction, both passes over a row while it is in the cache. */
function throughCovariance(
  { data, columns }: Matrix,
  sample: Int32Array,
  mean: Float64Array,
  axes: Axes,
): Axes {
  const images = new Float64Array(axes.length);
  const offsets = dots(mean, 0, axes, columns);
  const total = new Float64Array(directions);
  for (const row of sample) {
    const start = row * columns;
    const along = dots(data, start, axes, columns);
    for (let axis = 0; axis < directions; axis++) {
      along[axis] = (along[axis] as number) - (offsets[axis] as number);
      total[axis] = (total[axis] as number) + (along[axis] as number);
    }
    const [a = 0, b = 0, c = 0, d = 0] = along;
    for (let j = 0; j < columns; j++) {
      const value = data[start + j] as number;
      images[j] = (images[j] as number) + a * value;
      images[columns + j] = (images[columns + j] as number) + b * value;
      images[2 * columns + j] = (images[2 * columns + j] as number) + c * value;
      images[3 * columns + j] = (images[3 * columns + j] as number) + d * value;
    }
  }
  return images.map((value, at) => {
    const axis = Math.floor(at / columns);
    return value - (total[axis] as number) * (mean[at % columns] as number);
  });
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

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] as number) * (b[j] as number);
  return sum;
}

/** A row's dot products with the four directions, in one pass. */
function dots(data: ArrayLike<number>, start: number, axes: Axes, columns: number): Float64Array {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let j = 0; j < columns; j++) {
    const value = data[start + j] as number;
    a += value * (axes[j] as number);
    b += value * (axes[columns + j] as number);
    c += value * (axes[2 * columns + j] as number);
    d += value * (axes[3 * columns + j] as number);
  }
  return Float64Array.of(a, b, c, d);
}

function meanRow({ data, rows, columns }: Matrix): Float64Array {
  const sum = new Float64Array(columns);
  for (let start = 0; start < rows * columns; start += columns) {
    for (let j = 0; j < columns; j++) sum[j] = (sum[j] as number) + (data[start + j] as number);
  }
  return sum.map((value) => value / Math.max(1, rows));
}
