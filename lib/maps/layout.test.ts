import { describe, expect, test } from "vitest";
import { daviesBouldin } from "#lib/metrics/davies-bouldin.ts";
import { type Matrix, matrixFromRows } from "#lib/metrics/matrix.ts";
import { neighborRecall } from "#lib/metrics/neighbor-recall.ts";
import { nearestNeighbors } from "#lib/metrics/neighbors.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { computeLayout, toPoints } from "./layout.ts";
import { unitRows } from "./unit-rows.ts";

const params = { seed: 42, neighbors: 15, minDist: 0.1 };

/** Gaussian clouds around `clusters` random centers. */
function clouds(
  n: number,
  columns: number,
  clusters: number,
  spread: number,
): { matrix: Matrix; labels: number[] } {
  const random = seededRandom(9);
  const centers = Array.from({ length: clusters }, () =>
    Array.from({ length: columns }, () => random() - 0.5),
  );
  const labels = Array.from({ length: n }, (_, i) => i % clusters);
  const rows = labels.map((label) =>
    (centers[label] as number[]).map((x) => x + spread * (random() + random() - 1)),
  );
  return { matrix: matrixFromRows(rows), labels };
}

function columnsOf(coordinates: Float32Array) {
  const n = coordinates.length / 2;
  return { x: coordinates.subarray(0, n), y: coordinates.subarray(n) };
}

function planeOf(coordinates: Float32Array): Matrix {
  const n = coordinates.length / 2;
  return matrixFromRows(
    Array.from({ length: n }, (_, i) => [coordinates[i] as number, coordinates[n + i] as number]),
  );
}

describe("computeLayout", () => {
  test("keeps neighborhoods and clusters, and is the same twice", async () => {
    const { matrix, labels } = clouds(240, 24, 4, 0.3);
    const before = Float64Array.from(matrix.data);
    const layout = await computeLayout(Object.freeze(matrix), params);
    expect(layout).toMatchObject({ algorithm: "umap", used: { neighbors: 15, epochs: 500, seed: 42 } });
    expect(matrix.data).toEqual(before);
    const trust = layout.quality.trustworthiness;
    expect("value" in trust && trust.value).toBeGreaterThan(0.9);
    expect(layout.quality).toMatchObject({ k: 15, points: 240, neighborRecall: expect.any(Number) });
    const separation = daviesBouldin(planeOf(layout.coordinates), labels);
    expect("value" in separation && separation.value).toBeLessThan(0.8);
    expect((await computeLayout(matrix, params)).coordinates).toEqual(layout.coordinates);
    expect((await computeLayout(matrix, { ...params, seed: 1 })).coordinates).not.toEqual(layout.coordinates);
  });

  test.each([
    { n: 1, algorithm: "pca", neighbors: 0, why: "one point has no neighbors" },
    { n: 2, algorithm: "pca", neighbors: 1, why: "two points are a line" },
    { n: 4, algorithm: "pca", neighbors: 3, why: "still too few" },
    { n: 5, algorithm: "umap", neighbors: 4, why: "the fewest for UMAP" },
    { n: 15, algorithm: "umap", neighbors: 14, why: "as many as neighbors were asked for" },
    { n: 16, algorithm: "umap", neighbors: 15, why: "one more" },
  ])("lays out $n points: $why", async ({ n, algorithm, neighbors }) => {
    const layout = await computeLayout(clouds(n, 8, 2, 0.5).matrix, params);
    expect(layout).toMatchObject({ algorithm, used: { neighbors } });
    expect(layout.coordinates).toHaveLength(2 * n);
    expect(layout.coordinates.every(Number.isFinite)).toBe(true);
    expect(layout.quality.trustworthiness).toHaveProperty("undefinedBecause");
  });

  test.each([
    { n: 3, row: [1, 2, 3], why: "three equal points" },
    { n: 60, row: [1, 2, 3], why: "many equal points" },
    { n: 40, row: [0, 0, 0], why: "zero vectors" },
  ])("does not fall over $why", async ({ n, row }) => {
    const layout = await computeLayout(matrixFromRows(Array.from({ length: n }, () => row)), params);
    expect(layout.coordinates.every(Number.isFinite)).toBe(true);
  });

  test("reports stages in order and stops when asked to", async () => {
    const { matrix } = clouds(400, 32, 4, 0.3);
    const shares: number[] = [];
    const cancel = new AbortController();
    const run = computeLayout(matrix, params, {
      signal: cancel.signal,
      progress: (share) => {
        shares.push(share);
        if (share > 0.6) cancel.abort(new Error("canceled"));
      },
    });
    await expect(run).rejects.toThrow("canceled");
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBeGreaterThan(0.6);
    expect(shares.at(-1)).toBeLessThan(0.9);
  });

  test("starts from given places, and stays near them", async () => {
    const { matrix } = clouds(120, 24, 3, 0.3);
    const cold = await computeLayout(matrix, params);
    const there = toPoints(columnsOf(cold.coordinates));
    const warm = await computeLayout(matrix, { ...params, seed: 7 }, {}, { start: there });
    const elsewhere = await computeLayout(matrix, { ...params, seed: 7 });
    const moved = (layout: { coordinates: Float32Array }) =>
      layout.coordinates.reduce((sum, x, i) => sum + Math.abs(x - (cold.coordinates[i] as number)), 0) / 240;
    expect(moved(warm)).toBeLessThan(moved(elsewhere));
  });

  test("scales rows in place only where they are its own to spend", async () => {
    const { matrix } = clouds(30, 6, 2, 0.3);
    const data = Float32Array.from(matrix.data);
    await computeLayout({ ...matrix, data }, params, {}, { owned: true });
    expect(Math.hypot(...data.subarray(0, 6))).toBeCloseTo(1, 5);
  });
});

describe("the pieces", () => {
  test("unitRows scales every row but zero to length 1", () => {
    expect([
      ...unitRows(
        matrixFromRows([
          [3, 4],
          [0, 0],
        ]),
      ).data,
    ]).toEqual([Math.fround(0.6), Math.fround(0.8), 0, 0]);
  });

  test.each([
    { order: [0, 1, 2, 3], expected: 1, why: "nothing moved" },
    { order: [0, 3, 1, 2], expected: 0.25, why: "almost everything did" },
  ])("neighborRecall: $why", ({ order, expected }) => {
    const line = (places: number[]) =>
      nearestNeighbors(matrixFromRows(places.map((place) => [place ** 1.1])), 1);
    expect(neighborRecall(line([0, 1, 2, 3]), line(order), 1)).toBeCloseTo(expected, 10);
  });
});
