import { describe, expect, test } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { loadFixture } from "./fixtures/load-fixture.ts";
import { type Matrix, matrixFromRows } from "./matrix.ts";
import { nearestNeighbors } from "./neighbors.ts";
import { findNeighbors } from "./neighbors-in-steps.ts";
import { trustworthiness } from "./trustworthiness.ts";
import { measureTrustworthiness } from "./trustworthiness-in-steps.ts";

type Reference = {
  rows: number;
  columns: number;
  points: number[];
  layout: number[];
  k: number;
  neighbors: number[];
  distances: number[];
  trustworthiness: Record<string, number>;
};
const reference = loadFixture<Reference>("neighbors-and-trustworthiness");
const original: Matrix = {
  data: Float64Array.from(reference.points),
  rows: reference.rows,
  columns: reference.columns,
};
const layout: Matrix = { data: Float64Array.from(reference.layout), rows: reference.rows, columns: 2 };

function randomMatrix(rows: number, columns: number, seed: number): Matrix {
  const random = seededRandom(seed);
  return { data: Float32Array.from({ length: rows * columns }, () => random() - 0.5), rows, columns };
}

function bruteForce({ data, rows, columns }: Matrix, i: number, k: number): number[] {
  const distances = Array.from({ length: rows }, (_, j) => {
    let sum = 0;
    for (let c = 0; c < columns; c++)
      sum += ((data[i * columns + c] as number) - (data[j * columns + c] as number)) ** 2;
    return { j, sum };
  });
  return distances
    .filter(({ j }) => j !== i)
    .sort((a, b) => a.sum - b.sum || a.j - b.j)
    .slice(0, k)
    .map(({ j }) => j);
}

describe("nearestNeighbors", () => {
  test("agrees with the reference (single precision) on cosine distances", () => {
    const found = nearestNeighbors(Object.freeze(original), reference.k, "cosine");
    expect([...found.indices]).toEqual(reference.neighbors);
    for (const [i, distance] of found.distances.entries())
      expect(distance).toBeCloseTo(reference.distances[i] as number, 6);
  });

  test.each([
    { rows: 3, columns: 4, k: 2, why: "fewer rows than one block" },
    { rows: 67, columns: 5, k: 10, why: "rows that fill neither block nor tile" },
    { rows: 130, columns: 33, k: 129, why: "all others" },
    { rows: 64, columns: 1, k: 5, why: "one column" },
  ])("agrees with brute force: $why", ({ rows, columns, k }) => {
    const matrix = randomMatrix(rows, columns, rows);
    const found = nearestNeighbors(matrix, k);
    for (let i = 0; i < rows; i++)
      expect([...found.indices.subarray(i * k, (i + 1) * k)]).toEqual(bruteForce(matrix, i, k));
  });

  test("ties go by row number, a duplicate is a neighbor at 0, and no row is its own", () => {
    const found = nearestNeighbors(
      matrixFromRows([
        [1, 1],
        [1, 1],
        [0, 1],
        [1, 1],
        [2, 1],
      ]),
      4,
    );
    expect([...found.indices.subarray(4, 8)]).toEqual([0, 3, 2, 4]);
    expect([...found.distances.subarray(4, 8)]).toEqual([0, 0, 1, 1]);
  });

  test("near-duplicates far from the origin keep their order, where |a|^2 + |b|^2 - 2ab would round it away", () => {
    const found = nearestNeighbors(matrixFromRows([[1e8], [1e8 + 3], [1e8 + 1], [1e8 + 2]]), 3);
    expect([...found.indices.subarray(0, 3)]).toEqual([2, 3, 1]);
    expect([...found.distances.subarray(0, 3)]).toEqual([1, 2, 3]);
  });

  test("a zero vector is at cosine distance 1 from everything", () => {
    expect([
      ...nearestNeighbors(
        matrixFromRows([
          [0, 0],
          [1, 0],
          [0, 2],
        ]),
        2,
        "cosine",
      ).distances.subarray(0, 2),
    ]).toEqual([1, 1]);
  });

  test.each([0, 1])("%i rows have no neighbors", (rows) => {
    expect(nearestNeighbors({ data: new Float32Array(rows * 3), rows, columns: 3 }, 15)).toMatchObject({
      k: 0,
      rows,
    });
  });

  test("in steps reports a growing share up to 1", () => {
    const shares = [...findNeighbors(randomMatrix(700, 600, 1), 5)];
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.length).toBeGreaterThan(2);
  });
});

describe("trustworthiness", () => {
  test.each(Object.entries(reference.trustworthiness))(
    "at %s neighbors agrees with scikit-learn",
    (k, expected) => {
      const result = trustworthiness(original, layout, Number(k));
      expect("value" in result && result.value).toBeCloseTo(expected, 12);
    },
  );

  test("of a layout that is the data itself is 1", () => {
    expect(trustworthiness(layout, layout, 15)).toEqual({ value: 1 });
  });

  test("needs more than 2k points", () => {
    const few = randomMatrix(30, 2, 1);
    expect(trustworthiness(few, few, 15)).toEqual({
      undefinedBecause: expect.stringContaining("more than 30 points, and there are 30"),
    });
  });

  test("sampled is close to the full value and repeatable", () => {
    const full = trustworthiness(original, layout, 15);
    const sample = () => {
      const steps = measureTrustworthiness(original, layout, { mostPoints: 120, seed: 3 });
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    };
    const sampled = sample();
    expect(sample()).toEqual(sampled);
    if (!("value" in full && "value" in sampled)) throw new Error("both are defined");
    expect(Math.abs(full.value - sampled.value)).toBeLessThan(0.03);
  });
});
