import { describe, expect, test } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { daviesBouldin, mixingOf } from "./davies-bouldin.ts";
import { type ResampledDaviesBouldin, resampleDaviesBouldin } from "./davies-bouldin-resamples.ts";
import { labelCodes } from "./label-codes.ts";
import { labelUnits } from "./label-units.ts";
import type { Matrix } from "./matrix.ts";

/** Groups of uniform clouds whose centers lie `apart` from each other in every direction. */
function clouds(perGroup: number, groups: number, columns: number, apart: number, seed = 1) {
  const random = seededRandom(seed);
  const labels = Array.from({ length: perGroup * groups }, (_, i) => i % groups);
  const data = Float64Array.from({ length: labels.length * columns }, (_, at) => {
    const group = labels[Math.floor(at / columns)] as number;
    return (at % columns) % groups === group ? apart + random() : random();
  });
  return { matrix: { data, rows: labels.length, columns }, labels };
}

function resample(
  matrix: Matrix,
  labels: number[],
  times = 60,
  tasks?: string[],
): ResampledDaviesBouldin & { index: number } {
  const measured = daviesBouldin(matrix, labels);
  const index = "value" in measured ? measured.value : Number.NaN;
  const draws = { permutations: times, resamples: times, seed: 3 };
  const coded = labelCodes(labels);
  const units = labelUnits(coded.codes, coded.names.length, tasks);
  const steps = resampleDaviesBouldin(matrix, coded, units, index, draws);
  for (;;) {
    const step = steps.next();
    if (step.done) return { ...step.value, index };
  }
}

describe("resampleDaviesBouldin", () => {
  test("holds the index, and lies below what shuffled labels give where there is structure", () => {
    const { matrix, labels } = clouds(40, 3, 12, 0.8);
    const { index, interval, shuffled } = resample(matrix, labels);
    expect(interval.low).toBeLessThan(index);
    expect(interval.high).toBeGreaterThan(index);
    expect(interval.high).toBeLessThan(shuffled.low);
  });

  test("lies within what shuffled labels give where there is none", () => {
    const { matrix, labels } = clouds(40, 3, 12, 0);
    const { index, shuffled } = resample(matrix, labels);
    expect(index).toBeGreaterThan(0.8 * shuffled.low);
    expect(index).toBeLessThan(1.2 * shuffled.high);
  });

  test("is as wide as other samples of the same kind are apart", () => {
    const drawn = Array.from({ length: 60 }, (_, seed) => {
      const { matrix, labels } = clouds(40, 3, 12, 0.8, seed + 10);
      const measured = daviesBouldin(matrix, labels);
      return "value" in measured ? measured.value : Number.NaN;
    });
    const { matrix, labels } = clouds(40, 3, 12, 0.8);
    const { interval } = resample(matrix, labels, 200);
    const middle = drawn.toSorted((a, b) => a - b);
    const spread = (middle[57] as number) - (middle[2] as number);
    expect((interval.high - interval.low) / spread).toBeGreaterThan(0.6);
    expect((interval.high - interval.low) / spread).toBeLessThan(1.7);
  });

  test("takes a task's rows for one observation", () => {
    const { matrix, labels } = clouds(40, 2, 12, 0.8);
    const tripled = Float64Array.from({ length: 3 * matrix.data.length }, (_, at) => {
      const row = Math.floor(at / 36);
      return matrix.data[row * 12 + (at % 12)] as number;
    });
    const thrice = labels.flatMap((label) => [label, label, label]);
    const tasks = thrice.map((_, row) => String(Math.floor(row / 3)));
    const width = ({ interval: { low, high } }: ResampledDaviesBouldin) => Math.log(high / low);
    const once = width(resample(matrix, labels, 200));
    const copied = { data: tripled, rows: thrice.length, columns: 12 };
    expect(width(resample(copied, thrice, 200, tasks)) / once).toBeCloseTo(1, 0);
    expect(width(resample(copied, thrice, 200)) / once).toBeLessThan(0.75);
  });

  test("is the same again", () => {
    const { matrix, labels } = clouds(10, 2, 4, 1);
    expect(resample(matrix, labels)).toEqual(resample(matrix, labels));
  });
});

test("a row that counts twice is a row that is there twice", () => {
  const { matrix, labels } = clouds(6, 2, 3, 1);
  const { codes, names } = labelCodes(labels);
  const weights = new Float64Array(12).fill(1);
  weights[4] = 2;
  weights[7] = 0;
  const rows = [0, 1, 2, 3, 4, 4, 5, 6, 8, 9, 10, 11];
  const data = Float64Array.from(rows.flatMap((row) => [...matrix.data.subarray(3 * row, 3 * row + 3)]));
  const expanded = mixingOf(
    { data, rows: 12, columns: 3 },
    Int32Array.from(rows, (row) => codes[row] as number),
    names.length,
  );
  expect(mixingOf(matrix, codes, names.length, weights).index).toBeCloseTo(expanded.index, 12);
});
