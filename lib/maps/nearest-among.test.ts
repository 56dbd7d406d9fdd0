import { describe, expect, it } from "vitest";
import { nearestNeighbors } from "#lib/metrics/neighbors.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { nearestAmong } from "./nearest-among.ts";
import { unitRows } from "./unit-rows.ts";
import { startAt } from "./warm-start.ts";

describe("nearestAmong", () => {
  const random = seededRandom(12);
  const rows = 80;
  const unit = unitRows({
    data: Float32Array.from({ length: rows * 9 }, () => random() - 0.5),
    rows,
    columns: 9,
  });
  const everyone = Int32Array.from({ length: rows }, (_, i) => i);

  it("agrees with the search of all pairs, the row itself being one of those asked for", async () => {
    const found = await nearestAmong(unit, everyone, everyone, 6);
    const expected = nearestNeighbors(unit, 5, "cosine");
    for (let row = 0; row < rows; row++) {
      expect(found.indices[row * 6]).toBe(row);
      expect([...found.indices.subarray(row * 6 + 1, row * 6 + 6)]).toEqual([
        ...expected.indices.subarray(row * 5, row * 5 + 5),
      ]);
      expect(found.distances[row * 6 + 5]).toBeCloseTo(expected.distances[row * 5 + 4] as number, 5);
    }
  });

  it("gives places in the list that was searched, and nobody else", async () => {
    const among = Int32Array.of(70, 3, 41, 12);
    const found = await nearestAmong(unit, Int32Array.of(41), among, 4);
    expect(found.indices[0]).toBe(2);
    expect([...found.indices].sort()).toEqual([0, 1, 2, 3]);
  });

  it("stops when asked to", async () => {
    const signal = AbortSignal.abort(new Error("canceled"));
    await expect(nearestAmong(unit, everyone, everyone, 3, { signal })).rejects.toThrow("canceled");
  });
});

describe("startAt", () => {
  const x = Float32Array.of(0, 10);
  const y = Float32Array.of(4, 6);

  it("puts known points where they were, and strangers apart from each other around the middle", () => {
    const start = startAt(["b", "new", "a", "newer"], ["a", "b"], x, y);
    expect([...start.subarray(0, 2)]).toEqual([10, 6]);
    expect([...start.subarray(4, 6)]).toEqual([0, 4]);
    expect(Math.hypot((start[2] ?? 0) - 5, (start[3] ?? 0) - 5)).toBeLessThan(0.1);
    expect([...start.subarray(2, 4)]).not.toEqual([...start.subarray(6, 8)]);
  });

  it("starts at finite places when there is nothing to start from", () => {
    expect(startAt(["a", "b"], [], new Float32Array(0), new Float32Array(0)).every(Number.isFinite)).toBe(
      true,
    );
  });
});
