import { describe, expect, it } from "vitest";
import { drawPoints, type PointScene } from "./draw-points.ts";
import type { Pixels } from "./pixels.ts";

function dot(red: number, green: number): Pixels {
  return { width: 1, height: 1, data: Uint8ClampedArray.of(red, green, 0, 255) };
}
const sprites = [dot(255, 0), dot(0, 255)];
const scene: PointScene = {
  x: Float32Array.of(0, 1, -1),
  y: Float32Array.of(0, 1, -1),
  codes: Uint8Array.of(0, 1, 1),
  visible: Uint8Array.of(1, 1, 1),
  selected: null,
};
// One unit is two CSS pixels; the middle is pixel (5, 5) of 10 x 10.
const view = { viewport: { centerX: 0, centerY: 0, scale: 2 }, size: { width: 10, height: 10 }, ratio: 1 };

/** [x, y, red, green, alpha] of every painted pixel. */
function painted(picture: Pixels): number[][] {
  const found: number[][] = [];
  for (let at = 0; at < picture.data.length; at += 4) {
    const [red = 0, green = 0, , alpha = 0] = picture.data.slice(at, at + 4);
    const pixel = at / 4;
    if (alpha > 0) found.push([pixel % picture.width, Math.floor(pixel / picture.width), red, green, alpha]);
  }
  return found;
}

describe("drawPoints", () => {
  it("puts each point in its place with the mark of its code, y upwards", () => {
    expect(painted(drawPoints(scene, sprites, view))).toEqual([
      [7, 3, 0, 255, 230],
      [5, 5, 255, 0, 230],
      [3, 7, 0, 255, 230],
    ]);
  });
  it("leaves hidden points out", () => {
    expect(painted(drawPoints({ ...scene, visible: Uint8Array.of(1, 0, 0) }, sprites, view))).toHaveLength(1);
  });
  it("dims what is not selected", () => {
    const picture = drawPoints({ ...scene, selected: Uint8Array.of(0, 1, 0) }, sprites, view);
    expect(painted(picture).map(([, , , , alpha]) => alpha)).toEqual([255, 46, 46]);
  });
  it("is as dense as the screen", () => {
    const picture = drawPoints(scene, sprites, { ...view, ratio: 2 });
    expect([picture.width, picture.height]).toEqual([20, 20]);
    expect(painted(picture)).toContainEqual([10, 10, 255, 0, 230]);
  });
  it("draws nothing for a point outside the view or without a mark", () => {
    const away = { ...view, viewport: { centerX: 100, centerY: 100, scale: 2 } };
    expect(painted(drawPoints(scene, sprites, away))).toEqual([]);
    expect(painted(drawPoints(scene, [], view))).toEqual([]);
  });
});
