import type { Matrix } from "#lib/metrics/matrix.ts";
import { seededRandom } from "#lib/shared/random.ts";

const sampleRows = 2000;
const directions = 4;
const rounds = 12;

/**
 * The rows seen in the plane of their two widest directions (principal components, by block power
 * iteration on a seeded sample of at most 2,000 rows): x values, then y values, as two columns per row.
 * Where a layout starts decides its large-scale geometry: from the principal plane, clusters keep
 * their places; from random points they land anywhere. O(n d).
 * @returns 2 n numbers, row-major; zeros where the rows do not spread
 */
export function principalPlane(matrix: Matrix, seed: number): Float32Array {
  const { rows, columns } = matrix;
  const mean = meanRow(matrix);
  const axes = widestDirections(matrix, mean, seed);
  const plane = new Float32Array(rows * 2);
  for (let row = 0; row < rows; row++) {
    for (let axis = 0; axis < Math.min(2, axes.length); axis++) {
      plane[row * 2 + axis] = dotCentred(matrix, row, mean, axes[axis] as Float64Array);
    }
  }
  return columns === 0 ? plane : plane.map((value) => (Number.isFinite(value) ? value : 0));
}

function widestDirections(matrix: Matrix, mean: Float64Array, seed: number): Float64Array[] {
  const random = seededRandom(seed);
  const sampled = Math.min(matrix.rows, sampleRows);
  const sample = Array.from({ length: sampled }, (_, i) =>
    sampled === matrix.rows ? i : Math.floor(random() * matrix.rows),
  );
  let axes: Float64Array[] = Array.from({ length: Math.min(directions, matrix.columns) }, () =>
    Float64Array.from({ length: matrix.columns }, () => random() - 0.5),
  );
  for (let round = 0; round < rounds; round++) {
    axes = orthonormal(axes.map((axis) => throughCovariance(matrix, sample, mean, axis)));
  }
  return sortByVariance(matrix, sample, mean, axes);
}

/** Power iteration finds the space; within it the directions are told apart by their variance. */
function sortByVariance(
  matrix: Matrix,
  sample: number[],
  mean: Float64Array,
  axes: Float64Array[],
): Float64Array[] {
  const variance = (axis: Float64Array) =>
    sample.reduce((sum, row) => sum + dotCentred(matrix, row, mean, axis) ** 2, 0);
  return axes
    .map((axis) => ({ axis: withFixedSign(axis), variance: variance(axis) }))
    .sort((a, b) => b.variance - a.variance)
    .map(({ axis }) => axis);
}

/** The sign of a direction is arbitrary; the largest entry is made positive so that runs agree. */
function withFixedSign(axis: Float64Array): Float64Array {
  const largest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return largest < 0 ? axis.map((value) => -value) : axis;
}

function throughCovariance(
  matrix: Matrix,
  sample: number[],
  mean: Float64Array,
  axis: Float64Array,
): Float64Array {
  const image = new Float64Array(matrix.columns);
  for (const row of sample) {
    const along = dotCentred(matrix, row, mean, axis);
    const start = row * matrix.columns;
    for (let c = 0; c < matrix.columns; c++) {
      image[c] = (image[c] as number) + along * ((matrix.data[start + c] as number) - (mean[c] as number));
    }
  }
  return image;
}

function orthonormal(axes: Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const axis of axes) {
    for (const other of done) {
      const overlap = dot(axis, other);
      axis.forEach((value, c) => {
        axis[c] = value - overlap * (other[c] as number);
      });
    }
    const length = Math.sqrt(dot(axis, axis));
    if (length > 0) done.push(axis.map((value) => value / length));
  }
  return done;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += (a[c] as number) * (b[c] as number);
  return sum;
}

function dotCentred({ data, columns }: Matrix, row: number, mean: Float64Array, axis: Float64Array): number {
  const start = row * columns;
  let sum = 0;
  for (let c = 0; c < columns; c++)
    sum += ((data[start + c] as number) - (mean[c] as number)) * (axis[c] as number);
  return sum;
}

function meanRow({ data, rows, columns }: Matrix): Float64Array {
  const mean = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    for (let c = 0; c < columns; c++)
      mean[c] = (mean[c] as number) + (data[row * columns + c] as number) / rows;
  }
  return mean;
}
