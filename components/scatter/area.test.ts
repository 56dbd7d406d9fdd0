import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { type Area, areaBounds, areaTest } from "./area.ts";

const triangle: Area = [
  { x: 0, y: 0 },
  { x: 4, y: 0 },
  { x: 0, y: 4 },
];
// An arrow head with a notch in its base.
const notched: Area = [
  { x: 0, y: 0 },
  { x: 2, y: 1 },
  { x: 4, y: 0 },
  { x: 2, y: 4 },
];
const bowTie: Area = [
  { x: 0, y: 0 },
  { x: 2, y: 2 },
  { x: 2, y: 0 },
  { x: 0, y: 2 },
];

describe("areaTest", () => {
  it.each<[string, Area, number, number, boolean]>([
    [
      "a rectangle, whichever way it was drawn",
      [
        { x: 3, y: 3 },
        { x: 1, y: 1 },
      ],
      2,
      2,
      true,
    ],
    [
      "the edge of a rectangle",
      [
        { x: 1, y: 1 },
        { x: 3, y: 3 },
      ],
      1,
      2,
      true,
    ],
    [
      "beside a rectangle",
      [
        { x: 1, y: 1 },
        { x: 3, y: 3 },
      ],
      0.9,
      2,
      false,
    ],
    ["in a triangle", triangle, 1, 1, true],
    ["in its bounds but outside", triangle, 3, 3, false],
    ["in the notch", notched, 2, 0.5, false],
    ["above the notch", notched, 2, 1.5, true],
    ["a wing of a bow tie", bowTie, 0.2, 1, true],
    ["between its wings, even-odd", bowTie, 1, 1.9, false],
    ["nothing in no area", [], 0, 0, false],
    ["nothing in one corner", [{ x: 0, y: 0 }], 0, 0, false],
    ["above everything", triangle, 1, 9, false],
  ])("%s", (_why, area, x, y, expected) => {
    expect(areaTest(area)(x, y)).toBe(expected);
  });

  it("agrees with the plain even-odd rule on a ragged lasso", () => {
    const random = seededRandom(7);
    const lasso = Array.from({ length: 300 }, (_, index) => {
      const angle = (2 * Math.PI * index) / 300;
      const radius = 1 + random();
      return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    });
    const isInside = areaTest(lasso);
    let inside = 0;
    for (let count = 0; count < 5000; count++) {
      const [x, y] = [5 * random() - 2.5, 5 * random() - 2.5];
      expect(isInside(x, y)).toBe(plainEvenOdd(lasso, x, y));
      if (isInside(x, y)) inside++;
    }
    expect(inside).toBeGreaterThan(500);
  });
});

describe("areaBounds", () => {
  it("holds all corners", () => {
    expect(areaBounds(notched)).toEqual({ x0: 0, y0: 0, x1: 4, y1: 4 });
  });
});

function plainEvenOdd(area: Area, x: number, y: number): boolean {
  let inside = false;
  area.forEach((a, index) => {
    const b = area.at(index - 1) ?? a;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  });
  return inside;
}
