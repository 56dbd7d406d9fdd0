import { describe, expect, test } from "vitest";
import { effectivePerplexity } from "./effective-perplexity.ts";
import { loadFixture, referenceCases } from "./fixtures/load-fixture.ts";
import { inverseSimpson } from "./inverse-simpson.ts";
import { labelCodes } from "./label-codes.ts";
import { computeLisi, type Lisi } from "./lisi.ts";
import { type Matrix, matrixFromRows } from "./matrix.ts";
import { neighborWeights } from "./neighbor-weights.ts";
import { shuffledLisi } from "./shuffled-labels.ts";
import { summarize } from "./summarize.ts";

const cases = referenceCases.flatMap((name) =>
  loadFixture(name).lisi.map((expected) => ({ name, perplexity: expected.perplexity, expected })),
);

describe("computeLisi against the reference values", () => {
  test.each(cases)("$name at perplexity $perplexity", ({ name, perplexity, expected }) => {
    const reference = loadFixture(name);
    const matrix = Object.freeze({
      data: Float64Array.from(reference.points),
      rows: reference.rows,
      columns: reference.columns,
    });
    const before = Float64Array.from(matrix.data);
    const labels = Object.freeze(reference.labels);
    if ("error" in expected) {
      // The reference throws; we clip the perplexity and say so, or say why there is no value.
      const own = computeLisi(matrix, labels, perplexity);
      expect(own).toMatchObject(
        reference.rows === 2 ? { undefinedBecause: /2/ } : { value: { perplexity: 16 } },
      );
      return;
    }
    const perPoint = expected.neighbors
      ? lisiOverGivenNeighbors(matrix, labels, perplexity, expected.neighbors)
      : value(computeLisi(matrix, labels, perplexity)).perPoint;
    for (const [i, lisi] of perPoint.entries()) expectRelative(lisi, expected.perPoint[i] as number, 1e-12);
    expectRelative(summarize(perPoint).mean, expected.mean, 1e-12);
    expectRelative(summarize(perPoint).median, expected.median, 1e-12);
    expect(matrix.data).toEqual(before);
  });
});

/** Ties leave the choice of neighbors open, so those cases bring the reference's choice. */
function lisiOverGivenNeighbors(
  matrix: Matrix,
  labels: readonly string[],
  perplexity: number,
  given: number[],
) {
  const k = given.length / matrix.rows;
  const distances = Float64Array.from(given, (other, at) => distance(matrix, Math.floor(at / k), other));
  const indices = Int32Array.from(given);
  const { codes, names } = labelCodes(labels);
  const weights = neighborWeights({ rows: matrix.rows, k, indices, distances }, perplexity);
  return inverseSimpson(indices, weights, k, codes, names.length);
}

function distance({ data, columns }: Matrix, i: number, j: number): number {
  let sum = 0;
  for (let c = 0; c < columns; c++)
    sum += ((data[i * columns + c] as number) - (data[j * columns + c] as number)) ** 2;
  return Math.sqrt(sum);
}

describe("computeLisi", () => {
  const grid = matrixFromRows(
    Array.from({ length: 60 }, (_, i) => [i % 10, Math.floor(i / 10), (i * 7) % 13]),
  );

  test("is 1 for every point when there is one label", () => {
    const lisi = value(computeLisi(grid, Array(60).fill("a"), 10));
    for (const point of lisi.perPoint) expect(point).toBeCloseTo(1, 12);
  });

  test("stays between 1 and the number of labels, whatever the scale", () => {
    for (const scale of [1e-9, 1, 1e6]) {
      const scaled = { ...grid, data: grid.data.map((x) => x * scale) };
      const lisi = value(
        computeLisi(
          scaled,
          Array.from({ length: 60 }, (_, i) => i % 4),
          10,
        ),
      );
      for (const point of lisi.perPoint) {
        expect(point).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(point).toBeLessThanOrEqual(4 + 1e-12);
      }
    }
  });

  test("points farther apart than exp can reach still have neighbors", () => {
    const far = matrixFromRows(Array.from({ length: 12 }, (_, i) => [i * 1e5]));
    const lisi = value(
      computeLisi(
        far,
        Array.from({ length: 12 }, (_, i) => i % 2),
        3,
      ),
    );
    expect([...lisi.perPoint].every(Number.isFinite)).toBe(true);
  });

  test("of identical points counts every neighbor alike", () => {
    const same = { data: new Float64Array(30), rows: 30, columns: 1 };
    const lisi = value(
      computeLisi(
        same,
        Array.from({ length: 30 }, (_, i) => i % 3),
        10,
      ),
    );
    expect(lisi.mean).toBeGreaterThan(2.9);
  });

  test("refuses what isn't finite and labels that don't fit", () => {
    const bad = matrixFromRows(
      Array.from({ length: 10 }, (_, i) => [i === 4 ? Number.POSITIVE_INFINITY : i]),
    );
    expect(computeLisi(bad, Array(10).fill("a"))).toEqual({
      undefinedBecause: expect.stringContaining("Row 4"),
    });
    expect(() => computeLisi(bad, ["a"])).toThrow("1 labels for 10 rows");
  });
});

describe("effectivePerplexity", () => {
  test.each([
    { n: 90, asked: 30, used: 30, why: "90 points are just enough" },
    { n: 89, asked: 30, used: 29, why: "one point short" },
    { n: 6, asked: 30, used: 2, why: "the fewest points" },
    { n: 1000, asked: 5, used: 5, why: "less was asked for" },
  ])("of $n points asked for $asked is $used: $why", ({ n, asked, used }) => {
    expect(effectivePerplexity(n, asked)).toEqual({ value: used });
  });

  test("is undefined below 6 points and refuses nonsense", () => {
    expect(effectivePerplexity(5, 30)).toEqual({
      undefinedBecause: "LISI needs at least 6 memories, and there are 5.",
    });
    expect(() => effectivePerplexity(100, Number.NaN)).toThrow(RangeError);
    expect(() => effectivePerplexity(100, 0)).toThrow(RangeError);
  });
});

describe("shuffledLisi", () => {
  const reference = loadFixture("unit-sphere");
  const { codes, names } = labelCodes(reference.labels);
  const k = 29;
  const indices = Int32Array.from(
    { length: reference.rows * k },
    (_, i) => (Math.floor(i / k) + 1 + (i % k)) % reference.rows,
  );
  const weights = new Float64Array(reference.rows * k).fill(1 / k);

  test("is the same for the same seed, and leaves the labels alone", () => {
    const before = Int32Array.from(codes);
    const once = shuffledLisi({ indices, weights, k }, codes, names.length, { seed: 7 });
    expect(shuffledLisi({ indices, weights, k }, codes, names.length, { seed: 7 })).toEqual(once);
    expect(shuffledLisi({ indices, weights, k }, codes, names.length, { seed: 8 })).not.toEqual(once);
    expect(codes).toEqual(before);
  });

  test("is 1 when there is but one label", () => {
    const { mean, low, high } = shuffledLisi({ indices, weights, k }, new Int32Array(reference.rows), 1);
    for (const value of [mean, low, high]) expect(value).toBeCloseTo(1, 12);
  });
});

function value(result: { value: Lisi } | { undefinedBecause: string }): Lisi {
  if ("undefinedBecause" in result) throw new Error(result.undefinedBecause);
  return result.value;
}

function expectRelative(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}
