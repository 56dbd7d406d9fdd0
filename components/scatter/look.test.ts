import { describe, expect, it } from "vitest";
import { inkPoints, markOf, type ScatterLook, sizeCodesOf } from "./look.ts";
import { packHex } from "./pack-color.ts";
import { buildPointGrid } from "./point-grid.ts";

const [red, blue] = [packHex("#ff0000"), packHex("#0000ff")];
const grid = buildPointGrid(Float32Array.of(3, 0, 1, 2), Float32Array.of(0, 0, 0, 0));
const look: ScatterLook = { color: { codes: Uint8Array.of(0, 1, 0, 1), palette: Uint32Array.of(red, blue) } };

/** Ink by the caller's index. */
function inkOf(visible: Uint8Array | null, selected: Uint8Array | null): number[] {
  const { ink } = inkPoints(grid, look, visible, selected);
  return [0, 1, 2, 3].map((index) => ink[grid.order.indexOf(index)] ?? -1);
}

describe("inkPoints", () => {
  it("gives each point the color of its code", () => {
    expect(inkOf(null, null)).toEqual([red, blue, red, blue]);
  });
  it("hides by 0", () => {
    expect(inkOf(Uint8Array.of(1, 0, 1, 1), null)).toEqual([red, 0, red, blue]);
  });
  it("steps back from a selection and draws it once more on top", () => {
    const selected = Uint8Array.of(0, 1, 0, 0);
    const [first = 0, second] = inkOf(null, selected);
    expect(second).toBe(blue);
    expect(first & 0xffffff).toBe(red & 0xffffff);
    expect(first >>> 24).toBeLessThan(100);
    const { top } = inkPoints(grid, look, null, selected);
    expect([...top].map((place) => grid.order[place])).toEqual([1]);
  });
  it("does not bring hidden points back by selecting them", () => {
    expect(inkPoints(grid, look, new Uint8Array(4), Uint8Array.of(1, 1, 1, 1)).top).toHaveLength(0);
  });
  it("carries shape and size in one byte", () => {
    const shaped: ScatterLook = {
      ...look,
      shape: { codes: Uint8Array.of(0, 1, 2, 1), names: ["square", "star"] },
      sizeCodes: Uint8Array.of(3, 0, 1, 1),
    };
    const { marks } = inkPoints(grid, shaped, null, null);
    const of = (index: number) => markOf(marks?.[grid.order.indexOf(index)] ?? 0);
    expect(of(0)).toEqual({ shape: "square", factor: 1.9 });
    expect(of(1)).toEqual({ shape: "star", factor: 0.7 });
    // A code without a name is a circle.
    expect(of(2)).toEqual({ shape: "circle", factor: 1 });
  });
  it("needs no marks where all are alike", () => {
    expect(inkPoints(grid, look, null, null).marks).toBeNull();
  });
});

describe("sizeCodesOf", () => {
  it.each([
    ["nothing at all", [0, 0], [0, 0]],
    [
      "a negative one counts by how far it is from 0, a missing one is the least",
      [Number.NaN, -3, 4],
      [0, 3, 3],
    ],
    ["by area", [16, 9, 4, 1], [3, 3, 2, 1]],
  ])("%s", (_why, values, expected) => {
    expect([...sizeCodesOf(Float32Array.from(values))]).toEqual(expected);
  });
});
