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
      undefinedBecause: `Trustworthiness at ${k} neighbors needs more than ${2 * k} points, and there are ${n}.`,
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

/** Four rows at a time, so that four sums are on the way at once. */
function squaredDistances({ data, rows, columns }: Matrix, from: number, into: Float64Array): void {
  const at = from * columns;
  const last = (rows - 1) * columns;
  for (let j = 0; j < rows; j += 4) {
    const first = j * columns;
    // Past the end the last row is measured again; its result has nowhere to go.
    const second = Math.min(first + columns, last);
    const third = Math.min(first + 2 * columns, last);
    const fourth = Math.min(first + 3 * columns, last);
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0; k < columns; k++) {
      const own = data[at + k] as number;
      a += ((data[first + k] as number) - own) ** 2;
      b += ((data[second + k] as number) - own) ** 2;
      c += ((data[third + k] as number) - own) ** 2;
      d += ((data[fourth + k] as number) - own) ** 2;
    }
    into[j] = a;
    if (j + 1 < rows) into[j + 1] = b;
    if (j + 2 < rows) into[j + 2] = c;
    if (j + 3 < rows) into[j + 3] = d;
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
