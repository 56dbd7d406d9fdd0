import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { buildPointGrid, isInside, nearestPoint, pointsInside } from "./point-grid.ts";

const random = seededRandom(7);
const count = 2000;
const x = Float32Array.from({ length: count }, () => random() * 10 - 5);
const y = Float32Array.from({ length: count }, () => random() * 3);
const grid = buildPointGrid(x, y);
const all = () => true;

function bruteNearest(target: { x: number; y: number }, reach: number): number {
  let best = -1;
  let distance = reach;
  for (let index = 0; index < count; index++) {
    const there = Math.hypot((x[index] ?? 0) - target.x, (y[index] ?? 0) - target.y);
    if (there <= distance) {
      best = index;
      distance = there;
    }
  }
  return best;
}

describe("nearestPoint", () => {
  it("agrees with asking every point", () => {
    for (let trial = 0; trial < 200; trial++) {
      const target = { x: random() * 14 - 7, y: random() * 5 - 1 };
      expect(nearestPoint(grid, target, 0.4, all)).toBe(bruteNearest(target, 0.4));
    }
  });
  it("finds nothing beyond its reach, and nothing hidden", () => {
    expect(nearestPoint(grid, { x: 100, y: 100 }, 1, all)).toBe(-1);
    expect(nearestPoint(grid, { x: 0, y: 1 }, 1, () => false)).toBe(-1);
  });
  it.each([
    ["no points", [], -1],
    ["one point", [[1, 1]], 0],
    [
      "equal points",
      [
        [1, 1],
        [1, 1],
      ],
      1,
    ],
    [
      "points on a line",
      [
        [0, 1],
        [1, 1],
        [9, 1],
      ],
      1,
    ],
  ])("stands for %s", (_why, points, expected) => {
    const few = buildPointGrid(
      Float32Array.from(points, ([px]) => px ?? 0),
      Float32Array.from(points, ([, py]) => py ?? 0),
    );
    expect(nearestPoint(few, { x: 1, y: 1.01 }, 0.5, all)).toBe(expected);
  });
});

describe("pointsInside", () => {
  const rectangle = [
    { x: 2, y: 2.5 },
    { x: -1, y: 1 },
  ];
  const triangle = [
    { x: -4, y: 0 },
    { x: 4, y: 0 },
    { x: 0, y: 3 },
  ];
  it.each([
    ["a rectangle by any diagonal", rectangle],
    ["a lasso", triangle],
  ])("agrees with asking every point: %s", (_why, area) => {
    const expected = Array.from(x.keys()).filter((index) =>
      isInside(area, { x: x[index] ?? 0, y: y[index] ?? 0 }),
    );
    expect(expected.length).toBeGreaterThan(100);
    expect(pointsInside(grid, area, all)).toEqual(expected);
  });
  it("leaves hidden points out", () => {
    expect(pointsInside(grid, rectangle, (index) => index % 2 === 0).every((index) => index % 2 === 0)).toBe(
      true,
    );
  });
});

describe("isInside", () => {
  const arrow = [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 4, y: 4 },
    { x: 2, y: 1 },
    { x: 0, y: 4 },
  ];
  it.each([
    [{ x: 1, y: 1 }, true, "in the left arm"],
    [{ x: 2, y: 3 }, false, "in the notch"],
    [{ x: 5, y: 1 }, false, "outside"],
  ])("%o in a notched shape: %s, %s", (point, expected) => {
    expect(isInside(arrow, point)).toBe(expected);
  });
  it("is false for no area", () => {
    expect(isInside([], { x: 0, y: 0 })).toBe(false);
    expect(isInside([{ x: 0, y: 0 }], { x: 0, y: 0 })).toBe(false);
  });
});
