import type { Measured } from "./measured.ts";
import { quantile } from "./quantile.ts";

/** When each row is there: 1 = before only, 2 = after only, 3 = both times. */
export type Presence = Uint8Array;

/** What a measure changed by, beside what chance alone would have changed it by. */
export type ChangeTest = {
  /** After less before, of the rows compared. */
  difference: number;
  /** The same where as many rows of each label came and went at random: the mean, and the middle 95%. */
  expected: number;
  low: number;
  high: number;
  /** Two-sided. */
  p: number;
  draws: number;
};

/** Differences nearer than this share of each other are the same. */
const sameWithin = 1e-9;

/**
 * Tests whether a measure changed by more than it would if as many rows of each label had come and gone at random: the
 * rows of a label swap their presence. Before and after keep their sizes in every draw, label by label, so that a
 * measure that depends on size is compared at matched sizes; and under the hypothesis every draw is as likely as
 * what happened, so that p <= 0.05 in at most 5% of cases, whatever the measure (Phipson and Smyth 2010: the observed
 * counts among the draws).
 * @param codes label of each row, 0 and up
 * @param measure of the rows marked 1; NaN = undefined
 * @returns a generator that yields the share done; undefined with a sentence when the labels leave nothing to swap, or
 *   the measure is undefined
 */
export function* exchangeTest(
  presence: Presence,
  codes: Int32Array,
  measure: (members: Uint8Array) => number,
  { draws, random }: { draws: number; random: () => number },
): Generator<number, Measured<ChangeTest>> {
  if (!canSwap(presence, codes))
    return {
      undefinedBecause:
        "Only whole labels came or went, so there is no other choice of as many memories to compare with.",
    };
  const whole = new Map<number, number>();
  const valueAt = (side: 1 | 2, when: Presence): number => {
    // All rows are there at a time: that side is the same in every draw.
    const known = whole.get(side);
    if (known !== undefined) return known;
    const members = when.map((bits) => ((bits & side) === 0 ? 0 : 1));
    const value = measure(members);
    if (members.every((member) => member === 1)) whole.set(side, value);
    return value;
  };
  const difference = valueAt(2, presence) - valueAt(1, presence);
  if (!Number.isFinite(difference)) return { undefinedBecause: "It is undefined before or after." };
  const byLabel = rowsByLabel(codes);
  const drawn = Uint8Array.from(presence);
  const differences = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    for (const rows of byLabel) swapWithin(drawn, rows, random);
    differences[draw] = valueAt(2, drawn) - valueAt(1, drawn);
    yield (draw + 1) / draws;
  }
  return { value: { difference, ...compare(difference, differences), draws } };
}

function canSwap(presence: Presence, codes: Int32Array): boolean {
  const first = new Map<number, number>();
  return codes.some((code, row) => {
    const bits = presence[row] as number;
    const known = first.get(code);
    if (known === undefined) first.set(code, bits);
    return known !== undefined && known !== bits;
  });
}

function rowsByLabel(codes: Int32Array): number[][] {
  const rows: number[][] = [];
  codes.forEach((code, row) => {
    const ofLabel = rows[code] ?? [];
    rows[code] = ofLabel;
    ofLabel.push(row);
  });
  return rows.filter(Boolean);
}

function swapWithin(presence: Presence, rows: readonly number[], random: () => number): void {
  for (let at = rows.length - 1; at > 0; at--) {
    const [row, other] = [rows[at] as number, rows[Math.floor(random() * (at + 1))] as number];
    const held = presence[row] as number;
    presence[row] = presence[other] as number;
    presence[other] = held;
  }
}

function compare(difference: number, drawn: Float64Array): Omit<ChangeTest, "difference" | "draws"> {
  const known = drawn.filter(Number.isFinite).sort();
  const slack = sameWithin * Math.abs(difference);
  const atMost = known.filter((each) => each <= difference + slack).length;
  const atLeast = known.filter((each) => each >= difference - slack).length;
  return {
    expected: known.reduce((sum, each) => sum + each, 0) / known.length,
    low: quantile(known, 0.025),
    high: quantile(known, 0.975),
    p: Math.min(1, (2 * (1 + Math.min(atMost, atLeast))) / (known.length + 1)),
  };
}
