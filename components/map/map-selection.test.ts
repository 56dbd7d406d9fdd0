import { describe, expect, it } from "vitest";
import { categoryColumn, unknownNumbers } from "#lib/projections/map-binary.ts";
import { areaFromNumbers, numbersFromArea, selectedIds, selectionMask } from "./map-selection.ts";
import { buildPointGrid } from "./point-grid.ts";

const column = categoryColumn(["a", "a", "b"]);
const x = Float32Array.of(0, 1, 2);
const y = Float32Array.of(0, 1, 2);
const map = {
  points: {
    x,
    y,
    ids: ["m0", "m1", "m2"],
    placed: new Uint8Array(3),
    categories: {
      type: column,
      benchmark: column,
      outcome: column,
      lifecycle: column,
      generator: column,
      tags: column,
    },
    numbers: unknownNumbers(x.length),
  },
  grid: buildPointGrid(x, y),
};
const everything = Uint8Array.of(1, 1, 1);
const area = areaFromNumbers([-0.5, -0.5, 1.5, 1.5]);

describe("areaFromNumbers", () => {
  it.each([
    [[], 0, "nothing"],
    [[1, 2], 0, "one corner is no area"],
    [[1, 2, 3, 4], 2, "a rectangle"],
    [[1, 2, 3, 4, 5], 2, "half a corner is left out"],
    [[1, 2, 3, 4, 5, 6], 3, "a lasso"],
  ])("%j has %i corners: %s", (numbers, corners) => {
    expect(areaFromNumbers(numbers)).toHaveLength(corners);
  });
  it("is undone by numbersFromArea, to three decimals", () => {
    expect(numbersFromArea(areaFromNumbers([1.23456, -2, 3, 4.5]))).toEqual([1.235, -2, 3, 4.5]);
  });
  it("thins a long lasso", () => {
    const lasso = Array.from({ length: 500 }, (_, index) => ({ x: index, y: 0 }));
    expect(numbersFromArea(lasso)).toHaveLength(120);
  });
});

describe("selectedIds", () => {
  it("takes what lies in the area and what was picked, once each", () => {
    expect(selectedIds(map, area, everything, ["m1", "m9"])).toEqual(["m0", "m1", "m9"]);
  });
  it("leaves hidden points out", () => {
    expect(selectedIds(map, area, Uint8Array.of(0, 1, 1), [])).toEqual(["m1"]);
  });
  it("stands without a map or an area", () => {
    expect(selectedIds(null, area, null, ["m1"])).toEqual(["m1"]);
    expect(selectedIds(map, [], everything, [])).toEqual([]);
  });
});

describe("selectionMask", () => {
  it("marks selected points, and is null when nothing is selected", () => {
    expect(selectionMask(["m0", "m1"], new Set(["m1"]))).toEqual(Uint8Array.of(0, 1));
    expect(selectionMask(["m0"], new Set())).toBeNull();
  });
});
