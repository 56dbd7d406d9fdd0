import { UMAP } from "umap-js";
import { describe, expect, test } from "vitest";
import { matrixFromRows } from "#lib/metrics/matrix.ts";
import { nearestNeighbors } from "#lib/metrics/neighbors.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { mostUmapJsPoints, umapJsLayout } from "./umap-js-layout.ts";

const random = seededRandom(5);
const rows = Array.from({ length: 60 }, (_, i) => Array.from({ length: 6 }, () => random() + (i % 3) * 2));
const neighbors = nearestNeighbors(matrixFromRows(rows), 9);
const params = { seed: 3, minDistance: 0.1, epochs: 120 };

describe("umapJsLayout", () => {
  test("is what umap-js itself gives on the same neighbors, and the same twice", async () => {
    const umap = new UMAP({ nNeighbors: 10, minDist: 0.1, nEpochs: 120, random: seededRandom(3) });
    const lists = (values: Int32Array | Float64Array, own: (row: number) => number) =>
      rows.map((_, row) => [own(row), ...values.subarray(row * 9, row * 9 + 9)]);
    umap.setPrecomputedKNN(
      lists(neighbors.indices, (row) => row),
      lists(neighbors.distances, () => 0),
    );
    const direct = Float32Array.from(umap.fit(rows).flat());
    const layout = await umapJsLayout(neighbors, params);
    expect(layout).toEqual(direct);
    expect(await umapJsLayout(neighbors, params)).toEqual(layout);
    expect(await umapJsLayout(neighbors, { ...params, seed: 4 })).not.toEqual(layout);
  });

  test("stops when asked to", async () => {
    const cancel = new AbortController();
    const run = umapJsLayout(neighbors, params, {
      signal: cancel.signal,
      onStage: (stage) => stage === "Laying out" && cancel.abort(new Error("canceled")),
    });
    await expect(run).rejects.toThrow("canceled");
  });

  test("refuses more points than fit into memory", async () => {
    const many = { ...neighbors, rows: mostUmapJsPoints + 1 };
    await expect(umapJsLayout(many, params)).rejects.toThrow("at most 20000 points");
  });
});
