import { seededRandom } from "#lib/shared/random.ts";
import { mixingOf } from "./davies-bouldin.ts";
import type { LabelCodes } from "./label-codes.ts";
import type { Matrix } from "./matrix.ts";
import { dealOut, referenceOf, type ShuffledReference } from "./shuffled-labels.ts";

export type ResampledDaviesBouldin = {
  shuffled: ShuffledReference;
  interval: { low: number; high: number; level: number; resamples: number };
};

const level = 0.95;
/** Standard normal quantile of (1 + level) / 2. */
const deviations = 1.959964;

/**
 * How sure a Davies-Bouldin index is, and what it would be without structure.
 *
 * Interval: rows are resampled with replacement within each label, so that label sizes stay, and the interval is the
 * index plus and minus 1.96 standard deviations of the resampled ones. Not their percentiles: a resampled centroid
 * carries the noise of sampling twice, which shifts all resampled indices by a bias of its own, in hundreds of
 * dimensions by more than the interval is wide. Reference: labels dealt out at random.
 *
 * A generator that yields the share done. Time O((permutations + resamples) n d).
 */
export function* resampleDaviesBouldin(
  matrix: Matrix,
  { codes, names }: LabelCodes,
  index: number,
  { permutations, resamples, seed }: { permutations: number; resamples: number; seed: number },
): Generator<number, ResampledDaviesBouldin> {
  const random = seededRandom(seed);
  const total = permutations + resamples;
  const shuffled = new Float64Array(permutations);
  const dealt = Int32Array.from(codes);
  for (let i = 0; i < permutations; i++) {
    dealOut(dealt, random);
    shuffled[i] = mixingOf(matrix, dealt, names.length).index;
    yield (i + 1) / total;
  }
  const members = names.map(() => [] as number[]);
  codes.forEach((code, row) => {
    members[code]?.push(row);
  });
  const resampled = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    const weights = drawWithin(members, codes.length, random);
    resampled[i] = mixingOf(matrix, codes, names.length, weights).index;
    yield (permutations + i + 1) / total;
  }
  const reach = deviations * standardDeviation(resampled);
  return {
    shuffled: referenceOf(shuffled),
    interval: { low: Math.max(0, index - reach), high: index + reach, level, resamples },
  };
}

/** How often each row is drawn when every label draws as many rows as it has. */
function drawWithin(members: number[][], rows: number, random: () => number): Float64Array {
  const weights = new Float64Array(rows);
  for (const rowsOfLabel of members) {
    for (let draw = 0; draw < rowsOfLabel.length; draw++) {
      const row = rowsOfLabel[Math.floor(random() * rowsOfLabel.length)] as number;
      weights[row] = (weights[row] as number) + 1;
    }
  }
  return weights;
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}
