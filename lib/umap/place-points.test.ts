import { UMAP } from "umap-js";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { placePoints } from "./place-points.ts";

const columns = 12;
const groupCount = 4;

/** Rows of four well-parted groups, in turn. */
function rowsOf(count: number, seed: number): number[][] {
  const center = seededRandom(11);
  const centers = Array.from({ length: groupCount }, () =>
    Array.from({ length: columns }, () => center() * 5),
  );
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: columns }, (_unused, c) => (centers[i % groupCount]?.[c] as number) + random()),
  );
}

/** The nearest fixed rows of each new row. */
function nearestFixed(fixed: number[][], fresh: number[][], k: number) {
  const found = fresh.map((row) =>
    fixed
      .map((other, index) => ({
        index,
        distance: Math.hypot(...other.map((x, c) => x - (row[c] as number))),
      }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, k),
  );
  return {
    rows: fresh.length,
    k,
    indices: Int32Array.from(found.flat(), ({ index }) => index),
    distances: Float64Array.from(found.flat(), ({ distance }) => distance),
  };
}

describe("placePoints", () => {
  const fixedRows = rowsOf(240, 1);
  const freshRows = rowsOf(24, 2);
  const umap = new UMAP({ nNeighbors: 15, random: seededRandom(3) });
  const fixed = Float32Array.from(umap.fit(fixedRows).flat());
  const neighbors = nearestFixed(fixedRows, freshRows, 15);
  const placed = placePoints(fixed, neighbors, { minDistance: 0.1, seed: 5 });

  it("puts points where umap-js's transform puts them, on the same layout", () => {
    const expected = umap.transform(freshRows);
    const apart = expected.map(([x = 0, y = 0], i) =>
      Math.hypot((placed[2 * i] as number) - x, (placed[2 * i + 1] as number) - y),
    );
    const widest = Math.max(...fixed) - Math.min(...fixed);
    const median = apart.sort((a, b) => a - b)[12] as number;
    expect(median).toBeLessThan(0.1 * widest);
  });

  it("puts each point into its own group", () => {
    for (let i = 0; i < freshRows.length; i++) {
      const distances = Array.from({ length: 240 }, (_, j) =>
        Math.hypot(
          (placed[2 * i] as number) - (fixed[2 * j] as number),
          (placed[2 * i + 1] as number) - (fixed[2 * j + 1] as number),
        ),
      );
      expect(distances.indexOf(Math.min(...distances)) % groupCount).toBe(i % groupCount);
    }
  });

  it("gives the same places again, and leaves the layout as it was", () => {
    const before = fixed.slice();
    expect(placePoints(fixed, neighbors, { minDistance: 0.1, seed: 5 })).toEqual(placed);
    expect(fixed).toEqual(before);
  });

  it("has nothing to do for nobody", () => {
    const none = { rows: 0, k: 15, indices: new Int32Array(0), distances: new Float64Array(0) };
    expect(placePoints(fixed, none, { minDistance: 0.1, seed: 1 })).toHaveLength(0);
  });
});
