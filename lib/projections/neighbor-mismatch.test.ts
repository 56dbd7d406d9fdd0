import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { neighborMismatch } from "./neighbor-mismatch.ts";

/** Clusters of `size` points around (10 c, 0), labelled c; one of cluster 1 is labelled 0. */
function planted(size: number) {
  const random = seededRandom(7);
  const rows = [0, 1, 2].flatMap((cluster) => Array.from({ length: size }, () => cluster));
  return {
    x: Float32Array.from(rows, (cluster) => 10 * cluster + random()),
    y: Float32Array.from(rows, () => random()),
    labels: Uint8Array.from(rows, (cluster, row) => (row === size ? 0 : cluster)),
    groups: new Uint8Array(rows.length),
  };
}

describe("neighborMismatch", () => {
  it.each([
    ["clusters larger than a neighbourhood", 40],
    ["clusters smaller than a neighbourhood", 8],
  ])("finds the one planted wrong label among %s", (_why, size) => {
    const { x, y, labels, groups } = planted(size);
    const mismatch = neighborMismatch(x, y, labels, groups);
    const worst = mismatch.indexOf(Math.max(...mismatch));
    expect(worst).toBe(size);
    expect(mismatch[worst]).toBeGreaterThan(0.8);
    expect([...mismatch].filter((value) => value > 0.5)).toHaveLength(1);
  });

  it("looks at neighbours of the same group only", () => {
    // Every point lies on one of the other group with another label.
    const x = Float32Array.of(0, 0, 1, 1, 2, 2);
    const alternating = Uint8Array.of(0, 1, 0, 1, 0, 1);
    const apart = neighborMismatch(x, new Float32Array(6), alternating, alternating);
    expect([...apart]).toEqual([-1, -1, -1, -1, -1, -1]);
  });

  it.each([
    ["no points", 0],
    ["one point", 1],
    ["two points", 2],
  ])("knows nothing of %s", (_why, count) => {
    const zeros = new Uint8Array(count);
    const mismatch = neighborMismatch(new Float32Array(count), new Float32Array(count), zeros, zeros);
    expect([...mismatch]).toEqual(Array.from({ length: count }, () => Number.NaN));
  });
});
