import { describe, expect, it } from "vitest";
import { inkPoints } from "./look.ts";
import { packHex } from "./pack-color.ts";
import { buildPointGrid } from "./point-grid.ts";
import { type Frame, makeFrame, type SplatInput, splat } from "./splat.ts";

const [white, red, blue] = [packHex("#ffffff"), packHex("#ff0000"), packHex("#0000ff")];

function inputOf(xs: number[], ys: number[], selected: number[] | null = null): SplatInput {
  const grid = buildPointGrid(Float32Array.from(xs), Float32Array.from(ys));
  const color = { codes: Uint8Array.from(xs.keys()), palette: Uint32Array.of(red, blue, red, blue) };
  return {
    grid,
    ink: inkPoints(grid, { color }, null, selected ? Uint8Array.from(selected) : null),
    ranges: [0, xs.length],
    // One unit is two pixels; the middle of 20 x 20 is the origin.
    placement: { scale: 2, left: 10, top: 10 },
    radius: 0.5,
    opacity: 1,
    ground: white,
  };
}

function paint(input: SplatInput): (x: number, y: number) => string {
  const frame: Frame = makeFrame(20, 20);
  splat(frame, input);
  return (x, y) => {
    const at = (y + frame.margin) * (frame.width + 2 * frame.margin) + x + frame.margin;
    const color = frame.pixels[at] ?? 0;
    return [color & 255, (color >> 8) & 255, (color >> 16) & 255, color >>> 24].join(" ");
  };
}
const [w, r, b] = ["255 255 255 255", "255 0 0 255", "0 0 255 255"];

describe("splat", () => {
  it("puts each point in its place in its color, y upwards, and the ground elsewhere", () => {
    const at = paint(inputOf([0, 1], [0, 2]));
    expect([at(10, 10), at(12, 6), at(9, 10), at(0, 0)]).toEqual([r, b, w, w]);
  });
  it.each([0.5, 1, 1.9, 3, 5.5])("centers a mark of radius %d", (radius) => {
    const at = paint({ ...inputOf([0], [0]), radius });
    const inner = Math.ceil(radius) - 1;
    expect(at(10, 10)).toBe(r);
    expect(at(10 + inner, 10)).not.toBe(w);
    expect(at(10 + Math.ceil(radius * 1.2) + 2, 10)).toBe(w);
  });
  it("mixes with what lies below by its opacity", () => {
    const at = paint({ ...inputOf([0], [0]), opacity: 0.5 });
    const [red8 = 0, green8 = 0, blue8 = 0, alpha8] = at(10, 10).split(" ").map(Number);
    expect(red8).toBeGreaterThanOrEqual(254);
    expect(Math.abs(green8 - 127)).toBeLessThanOrEqual(1);
    expect(Math.abs(blue8 - 127)).toBeLessThanOrEqual(1);
    expect(alpha8).toBe(255);
  });
  it.each([0.5, 4])("draws the selection over what is not selected (radius %d)", (radius) => {
    // The second point lies on the first; whichever is drawn last in its cell, the selected one shows.
    expect(paint({ ...inputOf([0, 0], [0, 0], [1, 0]), radius })(10, 10)).toBe(r);
    expect(paint({ ...inputOf([0, 0], [0, 0], [0, 1]), radius })(10, 10)).toBe(b);
  });
  it.each([0.5, 4])(
    "leaves out what is out of sight and does not wrap around the edge (radius %d)",
    (radius) => {
      const at = paint({ ...inputOf([-60, 60, 0, 0], [0, 0, 60, -60]), radius });
      for (let y = 0; y < 20; y++) for (let x = 0; x < 20; x++) expect(at(x, y)).toBe(w);
    },
  );
  it("paints only the stretches it is given", () => {
    expect(paint({ ...inputOf([0, 1], [0, 2]), ranges: [] })(10, 10)).toBe(w);
  });
});
