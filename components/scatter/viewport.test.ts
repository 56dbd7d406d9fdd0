import { describe, expect, it } from "vitest";
import { boundsOf, clampZoom, fitViewport, panBy, toData, toPixel, zoomAt } from "./viewport.ts";

const size = { width: 200, height: 100 };
const x = Float32Array.of(-1, 3, 1);
const y = Float32Array.of(0, 2, 1);

describe("boundsOf", () => {
  it("is the least rectangle around the points", () => {
    expect(boundsOf(x, y)).toEqual({ x0: -1, y0: 0, x1: 3, y1: 2 });
  });
  it("is a unit square around nothing", () => {
    expect(boundsOf(new Float32Array(), new Float32Array())).toEqual({ x0: 0, y0: 0, x1: 1, y1: 1 });
  });
});

describe("fitViewport", () => {
  it("shows everything inside the margin, to one scale", () => {
    const viewport = fitViewport(boundsOf(x, y), size, 10);
    // 4 x 2 units in 180 x 80 pixels: the height decides, 40 pixels a unit.
    expect(viewport).toEqual({ centerX: 1, centerY: 1, scale: 40 });
    expect(toPixel(viewport, size, { x: 3, y: 2 })).toEqual({ x: 180, y: 10 });
  });
  it.each([
    ["a single point", { x0: 2, y0: 2, x1: 2, y1: 2 }, 1],
    ["points on a line", { x0: 0, y0: 5, x1: 18, y1: 5 }, 10],
  ])("keeps a finite scale for %s", (_why, bounds, scale) => {
    expect(fitViewport(bounds, size, 10).scale).toBe(scale);
  });
});

describe("moving", () => {
  const viewport = { centerX: 1, centerY: 1, scale: 40 };
  it("goes to pixels and back", () => {
    const there = toPixel(viewport, size, { x: 0.5, y: 1.75 });
    expect(toData(viewport, size, there)).toEqual({ x: 0.5, y: 1.75 });
  });
  it("keeps what lies under the pointer when it zooms", () => {
    const pixel = { x: 30, y: 80 };
    const before = toData(viewport, size, pixel);
    const after = toData(zoomAt(viewport, size, pixel, 2.5), size, pixel);
    expect(after.x).toBeCloseTo(before.x, 12);
    expect(after.y).toBeCloseTo(before.y, 12);
  });
  it("moves points with the hand: right and down", () => {
    const before = toPixel(viewport, size, { x: 1, y: 1 });
    const after = toPixel(panBy(viewport, 12, 7), size, { x: 1, y: 1 });
    expect(after.x - before.x).toBeCloseTo(12, 9);
    expect(after.y - before.y).toBeCloseTo(7, 9);
  });
  it("stops zooming at both ends", () => {
    expect(clampZoom({ ...viewport, scale: 1e9 }, viewport).scale).toBe(10_240);
    expect(clampZoom({ ...viewport, scale: 1e-9 }, viewport).scale).toBe(10);
    expect(clampZoom({ ...viewport, scale: 80 }, viewport).scale).toBe(80);
  });
});
