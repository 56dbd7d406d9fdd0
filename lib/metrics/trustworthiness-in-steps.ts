import { seededRandom } from "#lib/shared/random.ts";
import type { Matrix } from "./matrix.ts";
import type { Measured } from "./measured.ts";

/**
 * `trustworthiness` as a generator that yields the share done. For large n it may be estimated without bias from a
 * seeded sample of points (`mostPoints`), each still compared with all others.
 * @throws RangeError when the two matrices differ in rows
 */
export function* measureTrustworthiness(
  original: Matrix,
  layout: Matrix,
  {
    k = 15,
    mostPoints = Number.POSITIVE_INFINITY,
    seed = 42,
  }: { k?: number; mostPoints?: number; seed?: number } = {},
): Generator<number, Measured<number>> {
  const n = original.rows;
  if (layout.rows !== n) throw new RangeError(`${layout.rows} layout rows for ${n} points.`);
  if (k < 1 || k >= n / 2) {
    return {
      undefinedBecause: `Trustworthiness at ${k} neighbours needs more than ${2 * k} points, and there are ${n}.`,
    };
  }
  const points = samplePoints(n, mostPoints, seed);
  const before = new Float64Array(n);
  const after = new Float64Array(n);
  let penalty = 0;
  let sinceYield = 0;
  for (const [done, i] of points.entries()) {
    squaredDistances(original, i, before);
    squaredDistances(layout, i, after);
    for (const j of closest(after, i, k)) penalty += Math.max(0, rankOf(before, i, j) - k);
    sinceYield += n * (original.columns + k);
    if (sinceYield > 5e7) {
      sinceYield = 0;
      yield (done + 1) / points.length;
    }
  }
  return { value: 1 - (2 / (points.length * k * (2 * n - 3 * k - 1))) * penalty };
}

function samplePoints(n: number, most: number, seed: number): Int32Array {
  const all = Int32Array.from({ length: n }, (_, i) => i);
  if (n <= most) return all;
  const random = seededRandom(seed);
  for (let i = 0; i < most; i++) {
    const j = i + Math.floor(random() * (n - i));
    const held = all[i] as number;
    all[i] = all[j] as number;
    all[j] = held;
  }
  return all.subarray(0, most);
}

function squaredDistances({ data, rows, columns }: Matrix, from: number, into: Float64Array): void {
  const at = from * columns;
  for (let j = 0; j < rows; j++) {
    let sum = 0;
    for (let c = 0; c < columns; c++) {
      const difference = (data[j * columns + c] as number) - (data[at + c] as number);
      sum += difference * difference;
    }
    into[j] = sum;
  }
}

function closest(distances: Float64Array, self: number, k: number): number[] {
  const kept: number[] = [];
  for (let j = 0; j < distances.length; j++) {
    if (j === self) continue;
    const distance = distances[j] as number;
    if (kept.length === k && distance >= (distances[kept[k - 1] as number] as number)) continue;
    let at = Math.min(kept.length, k - 1);
    while (at > 0 && (distances[kept[at - 1] as number] as number) > distance) {
      kept[at] = kept[at - 1] as number;
      at--;
    }
    kept[at] = j;
  }
  return kept;
}

/** 1 for the nearest other point. */
function rankOf(distances: Float64Array, self: number, other: number): number {
  const distance = distances[other] as number;
  let rank = 1;
  for (let j = 0; j < distances.length; j++) {
    const here = distances[j] as number;
    if (j !== self && (here < distance || (here === distance && j < other))) rank++;
  }
  return rank;
}
