import { describe, expect, it } from "vitest";
import { layOver, type Pixels } from "./pixels.ts";

function pixels(width: number, height: number, ...rgba: [number, number, number, number]): Pixels {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let at = 0; at < data.length; at += 4) data.set(rgba, at);
  return { width, height, data };
}

function at(picture: Pixels, x: number, y: number): number[] {
  const from = 4 * (y * picture.width + x);
  return [...picture.data.slice(from, from + 4)];
}

const red = pixels(2, 2, 255, 0, 0, 255);

describe("layOver", () => {
  it("copies opaque pixels to their place and nowhere else", () => {
    const target = pixels(4, 4, 0, 0, 0, 0);
    layOver(target, red, 1, 2, 1);
    expect(at(target, 1, 2)).toEqual([255, 0, 0, 255]);
    expect(at(target, 2, 3)).toEqual([255, 0, 0, 255]);
    expect(at(target, 0, 2)).toEqual([0, 0, 0, 0]);
    expect(at(target, 3, 3)).toEqual([0, 0, 0, 0]);
  });

  it.each([
    [-1, -1, [0, 0], 1],
    [3, 3, [3, 3], 1],
    [-5, 0, [0, 0], 0],
    [9, 9, [3, 3], 0],
  ] as const)("cuts off what lies outside: corner at %i, %i", (left, top, [x, y], painted) => {
    const target = pixels(4, 4, 0, 0, 0, 0);
    layOver(target, red, left, top, 1);
    expect(at(target, x, y)[3]).toBe(255 * painted);
    expect(target.data.filter((value) => value > 0)).toHaveLength(2 * painted);
  });

  it("mixes by opacity: half red over opaque blue", () => {
    const target = pixels(2, 2, 0, 0, 255, 255);
    layOver(target, red, 0, 0, 0.5);
    expect(at(target, 0, 0)).toEqual([128, 0, 128, 255]);
  });

  it("keeps the colour over nothing, only fainter, and adds up where marks overlap", () => {
    const target = pixels(2, 2, 0, 0, 0, 0);
    layOver(target, red, 0, 0, 0.5);
    expect(at(target, 0, 0)).toEqual([255, 0, 0, 128]);
    layOver(target, red, 0, 0, 0.5);
    expect(at(target, 0, 0)).toEqual([255, 0, 0, 192]);
  });
});
