import { describe, expect, test } from "vitest";
import { daviesBouldin } from "./davies-bouldin.ts";
import { loadFixture, referenceCases } from "./fixtures/load-fixture.ts";
import { matrixFromRows } from "./matrix.ts";

function frozenMatrix(points: number[], rows: number, columns: number) {
  return Object.freeze({ data: Float64Array.from(points), rows, columns });
}

describe("daviesBouldin", () => {
  test.each(referenceCases)("agrees with scikit-learn to 1e-12: %s", (name) => {
    const reference = loadFixture(name);
    const matrix = frozenMatrix(reference.points, reference.rows, reference.columns);
    const before = Float64Array.from(matrix.data);
    const result = daviesBouldin(matrix, Object.freeze(reference.labels));
    if (reference.daviesBouldin === null) expect(result).toHaveProperty("undefinedBecause");
    else expectRelative(value(result), reference.daviesBouldin, 1e-12);
    expect(matrix.data).toEqual(before);
  });

  type Golden = { daviesBouldinCases: { note?: string; X: number[][]; labels: number[]; dbi: number }[] };
  test.each(loadFixture<Golden>("golden-davies-bouldin").daviesBouldinCases)(
    "golden: $note",
    ({ X, labels, dbi }) => {
      expectRelative(value(daviesBouldin(matrixFromRows(X), labels)), dbi, 1e-12);
    },
  );

  test("of two points at 0 and 2 against one at 10 is (1 + 0) / 9", () => {
    expect(value(daviesBouldin(matrixFromRows([[0], [2], [10]]), ["a", "a", "b"]))).toBeCloseTo(1 / 9, 15);
  });

  test.each([
    { labels: [], rows: 0, says: "there are none", why: "nothing was given" },
    { labels: ["a", "a"], rows: 2, says: "there is 1", why: "one label has nothing to compare with" },
    { labels: ["a", "b"], rows: 2, says: "has its own", why: "every spread is 0" },
  ])("says why it is undefined when $why", ({ labels, rows, says }) => {
    const result = daviesBouldin({ data: new Float64Array(rows * 2), rows, columns: 2 }, labels);
    expect(result).toEqual({ undefinedBecause: expect.stringContaining(says) });
  });

  test("centroids that differ by rounding alone count as coincident, not as almost infinitely bad", () => {
    const points = matrixFromRows([[0.1], [0.3], [0.1 + 0.2 - 0.1 - 0.1], [0.3], [5], [6]]);
    expect(value(daviesBouldin(points, ["a", "a", "b", "b", "c", "c"]))).toBeLessThan(1);
  });

  test("does not depend on the order of rows or the names of labels", () => {
    const rows = [
      [0, 0],
      [1, 0],
      [5, 5],
      [6, 5],
      [9, 0],
      [8, 1],
    ];
    const forward = value(daviesBouldin(matrixFromRows(rows), ["a", "a", "b", "b", "c", "c"]));
    const backward = value(
      daviesBouldin(matrixFromRows([...rows].reverse()), ["x", "x", "z", "z", "q", "q"]),
    );
    expectRelative(backward, forward, 1e-14);
  });

  test("refuses numbers that aren't finite, and labels that don't fit", () => {
    const rows = [[0], [Number.NaN], [1]];
    expect(daviesBouldin(matrixFromRows(rows), ["a", "a", "b"])).toEqual({
      undefinedBecause: "Row 1 holds a number that is not finite.",
    });
    expect(() => daviesBouldin(matrixFromRows(rows), ["a"])).toThrow("1 labels for 3 rows");
  });
});

function value(result: { value: number } | { undefinedBecause: string }): number {
  if ("undefinedBecause" in result) throw new Error(result.undefinedBecause);
  return result.value;
}

function expectRelative(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(expected), 1e-300));
}
