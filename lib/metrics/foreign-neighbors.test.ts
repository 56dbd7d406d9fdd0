import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { foreignNeighbors } from "./foreign-neighbors.ts";
import { labelCodes } from "./label-codes.ts";
import { nearestNeighbors } from "./neighbors.ts";

/** Clusters of `size` points around (10 c, 0), labeled c; the first of cluster 1 is labeled 0. */
function planted(size: number) {
  const random = seededRandom(7);
  const clusters = [0, 1, 2].flatMap((cluster) => Array.from({ length: size }, () => cluster));
  const data = Float64Array.from(clusters.flatMap((cluster) => [10 * cluster + random(), random()]));
  const labels = clusters.map((cluster, row) => (row === size ? "c0" : `c${cluster}`));
  return { matrix: { data, rows: clusters.length, columns: 2 }, labels };
}

describe("foreignNeighbors", () => {
  it.each([
    ["clusters larger than a neighborhood", 40],
    ["clusters as large as a neighborhood", 16],
  ])("finds the one planted wrong label among %s", (_why, size) => {
    const { matrix, labels } = planted(size);
    const foreign = foreignNeighbors(nearestNeighbors(matrix, 20), labelCodes(labels));
    const worst = foreign.indexOf(Math.max(...foreign));
    expect(worst).toBe(size);
    expect(foreign[worst]).toBeGreaterThan(0.8);
    expect([...foreign].filter((value) => value > 0.5)).toHaveLength(1);
  });

  it("is -1 where a point has only its own label around it", () => {
    const { matrix } = planted(40);
    const labels = Array.from({ length: 120 }, (_, row) => `c${Math.floor(row / 40)}`);
    expect(Math.max(...foreignNeighbors(nearestNeighbors(matrix, 20), labelCodes(labels)))).toBe(-1);
  });

  it("lets a label of two points say nothing", () => {
    const matrix = { data: Float64Array.of(0, 1, 2, 3, 4, 5), rows: 6, columns: 1 };
    const foreign = foreignNeighbors(nearestNeighbors(matrix, 5), labelCodes(["a", "a", "a", "a", "b", "b"]));
    expect(foreign[0]).toBe(-1);
  });

  it.each([
    ["one point", 1],
    ["two points", 2],
  ])("knows nothing of %s", (_why, rows) => {
    const matrix = { data: new Float64Array(rows), rows, columns: 1 };
    const labels = Array.from({ length: rows }, () => "a");
    expect([...foreignNeighbors(nearestNeighbors(matrix, 5), labelCodes(labels))]).toEqual(
      labels.map(() => Number.NaN),
    );
  });
});
