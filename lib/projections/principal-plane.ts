import type { Matrix } from "#lib/metrics/matrix.ts";
import { seededRandom } from "#lib/shared/random.ts";

const rounds = 10;
/** Two directions are wanted; two more make the iteration settle sooner. */
const directions = 4;

/**
 * Coordinates of the rows in the plane of their two principal components, by seeded subspace iteration: as good as a
 * start for a layout needs, and the same for the same seed. Yields the share done. Time O(n d).
 * @returns n x values, then n y values, centred on 0; each axis points so that its largest coordinate is positive
 */
export function* principalPlane(matrix: Matrix, seed: number): Generator<number, Float64Array> {
  const { rows, columns } = matrix;
  const random = seededRandom(seed);
  const basis = Array.from({ length: directions }, () =>
    Float64Array.from({ length: columns }, () => random() - 0.5),
  );
  const mean = columnMeans(matrix);
  let images: Float64Array[] = [];
  for (let round = 0; round < rounds; round++) {
    orthonormalize(basis);
    images = project(matrix, mean, basis);
    yield (round + 0.5) / rounds;
    if (round < rounds - 1) pullBack(matrix, mean, images, basis);
    yield (round + 1) / rounds;
  }
  const plane = new Float64Array(2 * rows);
  for (const axis of [0, 1]) {
    const image = images[axis] ?? new Float64Array(rows);
    const largest = image.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
    plane.set(largest < 0 ? image.map((value) => -value) : image, axis * rows);
  }
  return plane;
}

function columnMeans({ data, rows, columns }: Matrix): Float64Array {
  const mean = new Float64Array(columns);
  for (let at = 0; at < data.length; at++)
    mean[at % columns] = (mean[at % columns] as number) + (data[at] as number);
  return mean.map((sum) => sum / Math.max(1, rows));
}

/** images[k][i] = (row i - mean) · basis[k] */
function project({ data, rows, columns }: Matrix, mean: Float64Array, basis: Float64Array[]): Float64Array[] {
  return basis.map((direction) => {
    let offset = 0;
    for (let j = 0; j < columns; j++) offset += (mean[j] as number) * (direction[j] as number);
    const image = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      const at = i * columns;
      for (let j = 0; j < columns; j++) sum += (data[at + j] as number) * (direction[j] as number);
      image[i] = sum - offset;
    }
    return image;
  });
}

/** basis[k] = sum over i of images[k][i] x (row i - mean), unless that is nothing at all */
function pullBack(
  { data, rows, columns }: Matrix,
  mean: Float64Array,
  images: Float64Array[],
  basis: Float64Array[],
): void {
  images.forEach((image, k) => {
    const next = new Float64Array(columns);
    let total = 0;
    for (let i = 0; i < rows; i++) {
      const weight = image[i] as number;
      total += weight;
      const at = i * columns;
      for (let j = 0; j < columns; j++) next[j] = (next[j] as number) + weight * (data[at + j] as number);
    }
    for (let j = 0; j < columns; j++) next[j] = (next[j] as number) - total * (mean[j] as number);
    if (next.some((value) => Math.abs(value) > 1e-12)) basis[k] = next;
  });
}

/** Gram-Schmidt, twice over for rounding; a direction that depends on the others becomes 0. */
function orthonormalize(basis: Float64Array[]): void {
  basis.forEach((direction, k) => {
    const before = Math.sqrt(dot(direction, direction));
    for (let pass = 0; pass < 2; pass++) {
      for (const earlier of basis.slice(0, k)) {
        const share = dot(direction, earlier);
        for (let j = 0; j < direction.length; j++)
          direction[j] = (direction[j] as number) - share * (earlier[j] as number);
      }
    }
    const length = Math.sqrt(dot(direction, direction));
    const scale = length > 1e-10 * before && length > 0 ? 1 / length : 0;
    for (let j = 0; j < direction.length; j++) direction[j] = (direction[j] as number) * scale;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] as number) * (b[j] as number);
  return sum;
}
