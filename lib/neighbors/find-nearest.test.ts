import { describe, expect, it } from "vitest";
import type { Matrix } from "#lib/metrics/matrix.ts";
import { nearestNeighbors } from "#lib/metrics/neighbors.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { dotInTypeScript, dotRows } from "./dot-rows.ts";
import { findNearest, type Metric } from "./find-nearest.ts";
import { sampleRecall } from "./sample-recall.ts";
import { searchRecall } from "./search-recall.ts";
import { cosineRows } from "./search-rows.ts";

/** Rows around `groups` random directions: neighborhoods exist, as in embeddings. */
function grouped(rows: number, columns: number, groups: number, seed = 1): Matrix {
  const random = seededRandom(seed);
  const centers = Array.from({ length: groups * columns }, () => random() - 0.5);
  const data = Float32Array.from({ length: rows * columns }, (_, at) => {
    const group = Math.floor(at / columns) % groups;
    return (centers[group * columns + (at % columns)] as number) + (random() - 0.5) * 0.6;
  });
  return { data, rows, columns };
}

function unitRows(matrix: Matrix): Matrix & { data: Float32Array } {
  const { rows } = cosineRows(matrix);
  return { ...matrix, data: rows };
}

const engines = [
  ["ONNX Runtime", true],
  ["TypeScript", false],
] as const;

describe.each(engines)("%s", (_name, native) => {
  it.each<Metric>(["cosine", "euclidean"])("finds the exact %s neighbors", async (metric) => {
    const matrix = grouped(300, 24, 5);
    const found = await findNearest(matrix, 10, metric, { native });
    const expected = nearestNeighbors(matrix, 10, metric);
    expect(found.indices).toEqual(expected.indices);
    expect(found.distances).toEqual(expected.distances);
  });

  it("finds the Euclidean neighbors of unit rows, which are those of greatest similarity", async () => {
    const matrix = unitRows(grouped(300, 24, 5));
    const found = await findNearest(matrix, 10, "euclidean", { native });
    const expected = nearestNeighbors(matrix, 10, "euclidean");
    expect(found.indices).toEqual(expected.indices);
    expect(found.distances).toEqual(expected.distances);
  });

  it("orders rows far from the origin, where single precision is coarse", async () => {
    const near = grouped(120, 8, 3);
    const far = { ...near, data: Float64Array.from(near.data, (value) => value + 1000) };
    const found = await findNearest(far, 5, "euclidean", { native });
    expect(found.indices).toEqual(nearestNeighbors(far, 5, "euclidean").indices);
  });

  it.each([
    ["no row", 0],
    ["one row", 1],
    ["two rows", 2],
  ])("clips k for %s", async (_why, rows) => {
    const found = await findNearest(grouped(rows, 4, 1), 15, "cosine", { native });
    expect(found.k).toBe(Math.max(0, rows - 1));
  });

  it("never makes a row its own neighbor, duplicates or not", async () => {
    const same = { data: new Float32Array(40 * 4).fill(0.5), rows: 40, columns: 4 };
    const { indices, k } = await findNearest(same, 6, "cosine", { native, precise: false });
    for (let row = 0; row < 40; row++) expect(indices.subarray(row * k, (row + 1) * k)).not.toContain(row);
  });

  it("stops when asked to", async () => {
    const signal = AbortSignal.abort(new Error("canceled"));
    await expect(findNearest(grouped(600, 64, 3), 5, "cosine", { native, signal })).rejects.toThrow(
      "canceled",
    );
  });
});

it("searches by cells above the limit, with a recall above .99, the same each time", async () => {
  const matrix = grouped(3000, 32, 40);
  const options = { exactUpTo: 1000, precise: false } as const;
  const found = await findNearest(matrix, 15, "cosine", options);
  expect(found.method).toBe("cells");
  expect(sampleRecall(matrix, found, "cosine", { sample: 300, seed: 1 })).toBeGreaterThan(0.99);
  expect((await findNearest(matrix, 15, "cosine", options)).indices).toEqual(found.indices);
});

it("measures the recall of a search that misses", async () => {
  const matrix = grouped(200, 8, 4);
  const exact = nearestNeighbors(matrix, 4, "cosine");
  expect(sampleRecall(matrix, exact, "cosine", { sample: 200, seed: 1 })).toBe(1);
  const farthest = nearestNeighbors(matrix, 199, "cosine");
  const wrong = {
    ...exact,
    indices: exact.indices.map(
      (_, at) => farthest.indices[Math.floor(at / 4) * 199 + 198 - (at % 4)] as number,
    ),
  };
  expect(sampleRecall(matrix, wrong, "cosine", { sample: 200, seed: 1 })).toBe(0);
});

it("measures the recall of unit rows as the search of all pairs does", async () => {
  const matrix = unitRows(grouped(900, 32, 20));
  const found = await findNearest(matrix, 15, "cosine", { exactUpTo: 300, precise: false, unit: true });
  const options = { sample: 900, seed: 1 };
  const recall = await searchRecall(matrix, found, options);
  expect(recall).toBeCloseTo(sampleRecall(matrix, found, "cosine", options), 2);
  const exact = await findNearest(matrix, 15, "cosine", { precise: false, unit: true });
  expect(await searchRecall(matrix, exact, options)).toBe(1);
});

it.each([1, 2, 3, 4, 5, 9])("multiplies queries with %i rows alike in either engine", async (rows) => {
  const queries = Float32Array.from(grouped(3, 7, 2).data);
  const others = Float32Array.from(grouped(rows, 7, 2, 5).data);
  const products = await dotRows(queries, others, 7);
  const plain = dotInTypeScript(queries, others, 7);
  expect(plain).toHaveLength(3 * rows);
  plain.forEach((value, at) => {
    expect(products[at]).toBeCloseTo(value, 5);
  });
});
