import { seededRandom } from "#lib/shared/random.ts";
import { mixingOf } from "./davies-bouldin.ts";
import { type ChangeTest, exchangeTest, type Presence } from "./exchange-test.ts";
import type { Matrix } from "./matrix.ts";
import type { Measured } from "./measured.ts";
import { neighborWeights } from "./neighbor-weights.ts";
import type { Neighbors } from "./neighbors-in-steps.ts";

type Draws = { draws: number; seed: number };

/** Whether the Davies-Bouldin index changed by more than as many rows coming and going at random would change it. */
export function testDaviesBouldinChange(
  matrix: Matrix,
  codes: Int32Array,
  presence: Presence,
  { draws, seed }: Draws,
): Generator<number, Measured<ChangeTest>> {
  const measure = (members: Uint8Array): number => {
    const { codes: present, count, rows } = codesOf(codes, members);
    if (count < 2 || count >= rows) return Number.NaN;
    return mixingOf(matrix, present, count, Float64Array.from(members)).index;
  };
  return exchangeTest(presence, codes, measure, { draws, random: seededRandom(seed) });
}

/**
 * The same for the mean LISI. The neighborhoods are those among all rows of both times; of them, those count that are
 * there at a time, by the weights that they have among all.
 * @param neighbors among the rows of both times
 */
export function testLisiChange(
  neighbors: Neighbors,
  perplexity: number,
  codes: Int32Array,
  presence: Presence,
  { draws, seed }: Draws,
): Generator<number, Measured<ChangeTest>> {
  const weights = neighborWeights(neighbors, perplexity);
  const count = codes.reduce((most, code) => Math.max(most, code + 1), 0);
  const measure = (members: Uint8Array) => meanLisiOf(neighbors, weights, codes, count, members);
  return exchangeTest(presence, codes, measure, { draws, random: seededRandom(seed) });
}

/** Labels numbered anew, without those that no member has. */
function codesOf(codes: Int32Array, members: Uint8Array): { codes: Int32Array; count: number; rows: number } {
  const known = new Map<number, number>();
  let rows = 0;
  const present = codes.map((code, row) => {
    if (members[row] === 0) return 0;
    rows++;
    const place = known.get(code) ?? known.size;
    known.set(code, place);
    return place;
  });
  return { codes: present, count: known.size, rows };
}

function meanLisiOf(
  { rows, k, indices }: Neighbors,
  weights: Float64Array,
  codes: Int32Array,
  labelCount: number,
  members: Uint8Array,
): number {
  const byLabel = new Float64Array(labelCount);
  let sum = 0;
  let points = 0;
  for (let row = 0; row < rows; row++) {
    if (members[row] === 0) continue;
    byLabel.fill(0);
    let total = 0;
    for (let at = row * k; at < (row + 1) * k; at++) {
      const other = indices[at] as number;
      if (members[other] === 0) continue;
      const code = codes[other] as number;
      const weight = weights[at] as number;
      byLabel[code] = (byLabel[code] as number) + weight;
      total += weight;
    }
    if (total === 0) continue;
    let squares = 0;
    for (const weight of byLabel) squares += weight * weight;
    sum += (total * total) / squares;
    points++;
  }
  return sum / points;
}
