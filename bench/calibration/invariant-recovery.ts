import { invariantShares } from "#lib/metrics/invariant-share.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { Study } from "../calibration.ts";
import type { BenchRow } from "../row.ts";
import { normals } from "./planted-pools.ts";

const columns = 64;

/** Own parts scatter alike in all directions, or mostly in a few, as embeddings do. */
export type Shape = "alike" | "few directions";
/** Of the own part's squared length, how much lies in a few directions in the pools that are not alike in all. */
const [directions, inDirections] = [6, 0.9];

/**
 * Rows that are a shift of their label and a part of their own, neither knowing of the other.
 * @param invariant expected squared length of the own part, of 1 in all: the share that is invariant
 * @param sizes rows of each label
 */
export function plantShares(
  invariant: number,
  sizes: readonly number[],
  seed: number,
  shape: Shape = "alike",
): { matrix: Matrix; labels: string[] } {
  const lengthOf = (c: number) => {
    if (shape === "alike") return 1 / columns;
    return c < directions ? inDirections / directions : (1 - inDirections) / (columns - directions);
  };
  const normal = normals(seededRandom(seed));
  const labels = sizes.flatMap((size, label) => new Array<string>(size).fill(`label ${label}`));
  const data = new Float64Array(labels.length * columns);
  let row = 0;
  for (const size of sizes) {
    const raw = Array.from({ length: columns }, normal);
    const length = Math.hypot(...raw);
    const shift = raw.map((value) => (value / length) * Math.sqrt(1 - invariant));
    for (const end = row + size; row < end; row++)
      for (let c = 0; c < columns; c++)
        data[row * columns + c] = (shift[c] as number) + Math.sqrt(invariant * lengthOf(c)) * normal();
  }
  return { matrix: { data, rows: labels.length, columns }, labels };
}

/** What is to be found of a planted share: the mean of the label means takes its part of the labels' shifts along. */
export function expectedShare(invariant: number, labels: number): number {
  return invariant / (invariant + ((1 - invariant) * (labels - 1)) / labels);
}

/** Mean invariant share over pools; and of each label alone, NaN where it has none. */
export function recoverShares(
  invariant: number,
  sizes: readonly number[],
  pools: number,
  shape: Shape = "alike",
): { mean: number; ofLabel: number[] } {
  const sums = sizes.map(() => 0);
  for (let seed = 0; seed < pools; seed++) {
    const { matrix, labels } = plantShares(invariant, sizes, seed + 1, shape);
    const shares =
      invariantShares(matrix, labels)?.perPoint ?? new Float64Array(labels.length).fill(Number.NaN);
    let row = 0;
    sizes.forEach((size, label) => {
      const own = shares.subarray(row, row + size);
      sums[label] = (sums[label] ?? 0) + own.reduce((sum, share) => sum + share, 0) / size;
      row += size;
    });
  }
  const ofLabel = sums.map((sum) => sum / pools);
  const known = ofLabel.flatMap((mean, label) =>
    Number.isNaN(mean) ? [] : [{ mean, size: sizes[label] ?? 0 }],
  );
  const total = known.reduce((sum, { size }) => sum + size, 0);
  return { mean: known.reduce((sum, { mean, size }) => sum + mean * size, 0) / total, ofLabel };
}

/** Planted shares against those measured, in even pools and in one with small labels. */
export const studyInvariantShares: Study = async ({ log, signal }) => {
  const rows: BenchRow[] = [];
  const pools = {
    "10 labels of 40": new Array<number>(10).fill(40),
    "6 labels of 12": new Array<number>(6).fill(12),
    "labels of 200 to 5": [200, 100, 50, 25, 12, 7, 5],
  };
  for (const [name, sizes] of Object.entries(pools)) {
    for (const shape of ["alike", "few directions"] as const) {
      for (const planted of [1, 0.9, 0.7, 0.4, 0.1]) {
        await yieldToEventLoop(signal);
        log(`Invariant share ${planted} in ${name} ...`);
        const { mean, ofLabel } = recoverShares(planted, sizes, 20, shape);
        rows.push({
          name: `Invariant share: ${name}, own parts ${shape === "alike" ? shape : `in ${shape}`}`,
          n: sizes.reduce((sum, size) => sum + size, 0),
          seconds: null,
          measured: mean,
          nominal: expectedShare(planted, sizes.length).toFixed(3),
          note: `planted ${planted}; its smallest label alone: ${ofLabel.at(-1)?.toFixed(2)}`,
        });
      }
    }
  }
  return rows;
};
