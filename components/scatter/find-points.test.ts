import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { areaTest } from "./area.ts";
import { nearestPoint, pointsInside } from "./find-points.ts";
import { buildPointGrid, rangesWithin } from "./point-grid.ts";

/** Clumps, duplicates and a far outlier: what layouts look like. */
function clumps(count: number) {
  const random = seededRandom(11);
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let index = 0; index < count; index++) {
    const clump = Math.floor(random() * 12);
    x[index] = (clump % 4) * 3 + random() + random();
    y[index] = Math.floor(clump / 4) * 3 + random() + random();
  }
  x[count - 1] = 40;
  return { x, y };
}
const { x, y } = clumps(5000);
const grid = buildPointGrid(x, y);

describe("buildPointGrid", () => {
  it("holds every point once, with its own coordinates", () => {
    expect(Uint32Array.from(grid.order).sort()).toEqual(Uint32Array.from(x.keys()));
    for (const place of [0, 1, 2500, 4999]) expect(grid.x[place]).toBe(x[grid.order[place] ?? 0]);
    expect(grid.starts.at(-1)).toBe(5000);
  });
  it("does not keep the caller's order within a cell, so that the last group covers no other", () => {
    const same = buildPointGrid(new Float32Array(1000), new Float32Array(1000));
    const late = same.order.subarray(500).filter((index) => index >= 500).length;
    expect(late).toBeGreaterThan(200);
    expect(late).toBeLessThan(300);
  });
  it("leaves points out that have no place", () => {
    const holed = buildPointGrid(Float32Array.of(0, Number.NaN, 2, 1), Float32Array.of(0, 1, Infinity, 1));
    expect([...holed.order].sort()).toEqual([0, 3]);
    expect(holed.bounds).toEqual({ x0: 0, y0: 0, x1: 1, y1: 1 });
  });
  it.each([
    ["nothing", [], []],
    ["one point", [3], [4]],
    ["equal points", [1, 1, 1], [2, 2, 2]],
    ["points on a line", [0, 1, 2, 3, 4, 5, 6, 7, 8], [5, 5, 5, 5, 5, 5, 5, 5, 5]],
  ])("stands %s", (_why, xs, ys) => {
    const small = buildPointGrid(Float32Array.from(xs), Float32Array.from(ys));
    expect([...small.order].sort()).toEqual(xs.map((_, index) => index));
  });
});

describe("rangesWithin", () => {
  it("is one stretch for everything and none for nothing", () => {
    expect(rangesWithin(grid, grid.bounds)).toEqual([0, 5000]);
    expect(rangesWithin(grid, { x0: 100, y0: 100, x1: 101, y1: 101 })).toEqual([]);
  });
  it("holds all points of a part, and few others", () => {
    const part = { x0: 3, y0: 3, x1: 5, y1: 5 };
    const ranges = rangesWithin(grid, part);
    const found = new Set<number>();
    for (let range = 0; range < ranges.length; range += 2) {
      for (let place = ranges[range] ?? 0; place < (ranges[range + 1] ?? 0); place++) {
        found.add(grid.order[place] ?? -1);
      }
    }
    const inside = [...x.keys()].filter((i) => inBox(part, x[i] ?? 0, y[i] ?? 0));
    expect(inside.every((index) => found.has(index))).toBe(true);
    expect(found.size).toBeLessThan(2 * inside.length);
  });
});

function inBox(box: { x0: number; y0: number; x1: number; y1: number }, px: number, py: number): boolean {
  return px >= box.x0 && px <= box.x1 && py >= box.y0 && py <= box.y1;
}

describe("nearestPoint", () => {
  it("is what a scan of all points finds", () => {
    const random = seededRandom(3);
    for (let go = 0; go < 300; go++) {
      const target = { x: random() * 12, y: random() * 9 };
      const distances = Array.from(x, (px, index) => Math.hypot(px - target.x, (y[index] ?? 0) - target.y));
      const least = Math.min(...distances);
      const found = nearestPoint(grid, target, 0.5, null);
      if (least > 0.5) expect(found).toBe(-1);
      else expect(distances[found]).toBeCloseTo(least, 5);
    }
  });
  it("passes hidden points over", () => {
    const three = buildPointGrid(Float32Array.of(0, 0.1, 5), Float32Array.of(0, 0, 0));
    expect(nearestPoint(three, { x: 0, y: 0 }, 1, Uint8Array.of(0, 1, 1))).toBe(1);
    expect(nearestPoint(three, { x: 0, y: 0 }, 1, new Uint8Array(3))).toBe(-1);
  });
});

describe("pointsInside", () => {
  const lasso = Array.from({ length: 80 }, (_, index) => ({
    x: 4 + 3 * Math.cos(index / 12.7),
    y: 4 + 2 * Math.sin(index / 12.7),
  }));
  it("is what a test of all points finds, in ascending order", () => {
    const isInside = areaTest(lasso);
    const expected = [...x.keys()].filter((index) => isInside(x[index] ?? 0, y[index] ?? 0));
    expect(expected.length).toBeGreaterThan(300);
    expect([...pointsInside(grid, lasso, null)]).toEqual(expected);
  });
  it("leaves hidden points out", () => {
    const visible = Uint8Array.from(x, (_, index) => index % 2);
    expect([...pointsInside(grid, lasso, visible)].every((index) => index % 2 === 1)).toBe(true);
  });
  it("is empty without an area", () => {
    expect(pointsInside(grid, [], null)).toHaveLength(0);
  });
});
