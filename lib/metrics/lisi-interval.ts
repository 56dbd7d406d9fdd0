import { seededRandom } from "#lib/shared/random.ts";
import type { LabelCodes } from "./label-codes.ts";
import { drawHalf, type LabelUnits } from "./label-units.ts";
import { intervalByRatio, type MeasureInterval } from "./measure-interval.ts";
import { fitWeights } from "./neighbor-weights.ts";
import type { Neighbors } from "./neighbors-in-steps.ts";

/** So many times the neighbors that LISI looks at are needed of every point, so that enough of them are in any half. */
export const listsForHalves = 1.5;

export type LisiSample = {
  /** Of every point at least `listsForHalves` times as many as LISI looks at, closest first. */
  neighbors: Neighbors;
  /** What LISI gives the nearest of every point; as many of each point. */
  weights: Float64Array;
  coded: Pick<LabelCodes, "codes" | "names">;
  units: LabelUnits;
  /** That of the whole pool. */
  perplexity: number;
};

/** Points worked on before others get their turn. */
const pointsPerStep = 2000;

/**
 * How sure a mean LISI is: between what the mean LISI of other pools lies that were drawn like this one, with as many
 * memories of each label. Half of each label's tasks are drawn without replacement, and their LISI is taken at half the
 * perplexity, so that neighborhoods stay as wide; such halves scatter as whole pools do (a mean over half without
 * replacement has the variance of the whole: Politis and Romano, Annals of Statistics 22, 1994). The points' own
 * scatter says too little, since they share neighbors and labels.
 *
 * Where tasks have several rows, each row keeps the weights that it gives its neighbors in the whole: fitted anew, its
 * own task's rows, which stay together, would count twice as much as they do. That is on the wide side.
 *
 * Nobody is looked for again: the nearest of a half are among the stored. A generator that yields the share done.
 * Time O(halves x n x perplexity).
 */
export function* lisiInterval(
  sample: LisiSample,
  mean: number,
  { halves, seed }: { halves: number; seed: number },
): Generator<number, MeasureInterval> {
  const random = seededRandom(seed);
  const lone = sample.units.count === sample.neighbors.rows;
  const within = lone ? nearestWithin(sample) : keptWithin(sample);
  const means = new Float64Array(halves);
  for (let i = 0; i < halves; i++) {
    const half = drawHalf(sample.units, random);
    let sum = 0;
    let points = 0;
    for (let row = 0; row < half.length; row++) {
      if (row % pointsPerStep === 0) yield i / halves;
      if (half[row] === 0) continue;
      const lisi = within(row, half);
      if (Number.isNaN(lisi)) continue;
      sum += lisi;
      points++;
    }
    means[i] = sum / points;
  }
  const { low, high, ...rest } = intervalByRatio(mean, means);
  return { low: Math.max(1, low), high: Math.min(sample.coded.names.length, high), ...rest };
}

/** LISI of a row among the members of a half; NaN where none of its stored neighbors is one. */
type Within = (row: number, half: Uint8Array) => number;

/** Its nearest members, their weights fitted to half the perplexity. */
function nearestWithin({ neighbors, coded, perplexity }: LisiSample): Within {
  const { k, indices, distances } = neighbors;
  const wanted = Math.max(1, Math.floor((3 * perplexity) / 2) - 1);
  const near = new Float64Array(wanted);
  const codes = new Int32Array(wanted);
  const weights = new Float64Array(wanted);
  const byLabel = new Float64Array(coded.names.length);
  return (row, half) => {
    let found = 0;
    for (let at = row * k; at < (row + 1) * k && found < wanted; at++) {
      const other = indices[at] as number;
      if (half[other] === 0) continue;
      near[found] = distances[at] as number;
      codes[found++] = coded.codes[other] as number;
    }
    if (found === 0) return Number.NaN;
    fitWeights(
      near.subarray(0, found),
      weights.subarray(0, found),
      Math.log(Math.min(perplexity / 2, found)),
    );
    byLabel.fill(0);
    for (let at = 0; at < found; at++) {
      const code = codes[at] as number;
      byLabel[code] = (byLabel[code] as number) + (weights[at] as number);
    }
    return effectiveLabels(byLabel);
  };
}

/** The members among the neighbors it has in the whole, weighted as there. */
function keptWithin({ neighbors, weights, coded }: LisiSample): Within {
  const { rows, k, indices } = neighbors;
  const looked = weights.length / rows;
  const byLabel = new Float64Array(coded.names.length);
  return (row, half) => {
    byLabel.fill(0);
    for (let rank = 0; rank < looked; rank++) {
      const other = indices[row * k + rank] as number;
      if (half[other] === 0) continue;
      const code = coded.codes[other] as number;
      byLabel[code] = (byLabel[code] as number) + (weights[row * looked + rank] as number);
    }
    return effectiveLabels(byLabel);
  };
}

/** Inverse Simpson index of weights that need not sum to 1; NaN when all are 0. */
function effectiveLabels(byLabel: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const weight of byLabel) {
    sum += weight;
    squares += weight * weight;
  }
  return (sum * sum) / squares;
}
