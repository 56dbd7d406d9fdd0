import { describe, expect, it } from "vitest";
import { daviesBouldin } from "#lib/metrics/davies-bouldin.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import { nearestNeighbors } from "#lib/metrics/neighbors.ts";
import { trustworthiness } from "#lib/metrics/trustworthiness.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { umapJsLayout } from "./umap-js-layout.ts";
import { defaultEpochs, umapLayout } from "./umap-layout.ts";

const columns = 16;
const groups = 5;
const rows = 300;

function groupedRows(): number[][] {
  const random = seededRandom(21);
  const centers = Array.from({ length: groups }, () => Array.from({ length: columns }, () => random() * 2));
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_unused, c) => (centers[i % groups]?.[c] as number) + random()),
  );
}

function numberOf(measured: { value: number } | { undefinedBecause: string }): number {
  return "value" in measured ? measured.value : Number.NaN;
}

describe("beside umap-js, on the same neighbors", () => {
  const points = groupedRows();
  const matrix: Matrix = { data: Float32Array.from(points.flat()), rows, columns };
  const labels = points.map((_, i) => i % groups);
  const neighbors = nearestNeighbors(matrix, 14);

  it.each([1, 2])("is as trustworthy, and parts the groups at least as well (seed %i)", async (seed) => {
    const ours = { data: await umapLayout(matrix, neighbors, { seed, minDistance: 0.1 }), rows, columns: 2 };
    const theirs = await umapJsLayout(neighbors, { seed, minDistance: 0.1, epochs: defaultEpochs(rows) });
    const oracle = { data: theirs, rows, columns: 2 };
    expect(numberOf(trustworthiness(matrix, ours, 15))).toBeGreaterThan(
      numberOf(trustworthiness(matrix, oracle, 15)) - 0.01,
    );
    expect(numberOf(daviesBouldin(ours, labels))).toBeLessThan(numberOf(daviesBouldin(oracle, labels)) + 0.1);
  });
});
