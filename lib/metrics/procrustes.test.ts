import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { alignPlanes, type PlaneTransform, transformPlane } from "./procrustes.ts";

const random = seededRandom(4);
const points = Float32Array.from({ length: 40 }, () => random() * 10 - 5);

const cases: [string, PlaneTransform][] = [
  ["a shift", { scale: 1, rotation: [1, 0, 0, 1], shift: [3, -7] }],
  [
    "a turn by 30 degrees",
    {
      scale: 1,
      rotation: [Math.cos(0.5236), -Math.sin(0.5236), Math.sin(0.5236), Math.cos(0.5236)],
      shift: [0, 0],
    },
  ],
  ["a reflection", { scale: 1, rotation: [-1, 0, 0, 1], shift: [1, 1] }],
  ["a scale", { scale: 0.25, rotation: [1, 0, 0, 1], shift: [0, 0] }],
  ["all at once", { scale: 3, rotation: [0, 1, 1, 0], shift: [-2, 5] }],
];

describe("alignPlanes", () => {
  it.each(cases)("undoes %s", (_name, transform) => {
    const moved = transformPlane(points, transform);
    const back = transformPlane(moved, alignPlanes(moved, points));
    back.forEach((value, at) => {
      expect(value).toBeCloseTo(points[at] as number, 3);
    });
  });

  it("finds the least squares where no transform fits", () => {
    const noisy = points.map((value) => value + random() - 0.5);
    const squares = (transform: PlaneTransform) =>
      transformPlane(points, transform).reduce(
        (sum, value, at) => sum + (value - (noisy[at] as number)) ** 2,
        0,
      );
    const best = alignPlanes(points, noisy);
    const error = squares(best);
    for (const nudge of [0.98, 1.02])
      expect(squares({ ...best, scale: best.scale * nudge })).toBeGreaterThan(error);
    const [a, b, c, d] = best.rotation;
    const turned: PlaneTransform["rotation"] = [
      a * 0.999 - b * 0.045,
      b * 0.999 + a * 0.045,
      c * 0.999 - d * 0.045,
      d * 0.999 + c * 0.045,
    ];
    expect(squares({ ...best, rotation: turned })).toBeGreaterThan(error);
  });

  it.each([
    ["no point", new Float32Array(0)],
    ["one point", Float32Array.of(1, 2)],
    ["points that coincide", Float32Array.of(1, 1, 1, 1, 1, 1)],
  ])("leaves %s where they are", (_why, few) => {
    expect(alignPlanes(few, few)).toEqual({ scale: 1, rotation: [1, 0, 0, 1], shift: [0, 0] });
  });
});
