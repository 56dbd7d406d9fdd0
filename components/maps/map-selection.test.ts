import { describe, expect, it } from "vitest";
import { scatterData } from "#components/scatter/scatter-data.ts";
import { categoryColumn, unknownNumbers } from "#lib/maps/map-binary.ts";
import type { SelectionArea } from "#lib/maps/map-search-params.ts";
import {
  areaFromNumbers,
  numbersFromArea,
  picksAfter,
  selectedIds,
  selectionMask,
  thinArea,
  togglePick,
} from "./map-selection.ts";
import { sameCategories } from "./testing.ts";

const column = categoryColumn(["a", "a", "b"]);
const x = Float32Array.of(0, 1, 2);
const y = Float32Array.of(0, 1, 2);
const map = {
  points: {
    x,
    y,
    ids: ["m0", "m1", "m2"],
    placed: new Uint8Array(3),
    categories: sameCategories(column),
    numbers: unknownNumbers(3),
  },
  data: scatterData(x, y),
  filtered: { visible: Uint8Array.of(1, 1, 1) },
};
const secondHidden = { ...map, filtered: { visible: Uint8Array.of(1, 0, 1) } };

function area(mode: SelectionArea["mode"], low: number, high: number): SelectionArea {
  return {
    on: "insight",
    mode,
    corners: [
      { x: low - 0.5, y: low - 0.5 },
      { x: high + 0.5, y: high + 0.5 },
    ],
  };
}

describe("selectedIds", () => {
  it.each([
    ["nothing", map, [], [], []],
    ["what lies inside", map, [area("replace", 0, 1)], [], ["m0", "m1"]],
    ["visible points only", secondHidden, [area("replace", 0, 1)], [], ["m0"]],
    ["Shift adds", map, [area("replace", 0, 0), area("add", 2, 2)], [], ["m0", "m2"]],
    ["Alt removes", map, [area("replace", 0, 2), area("remove", 1, 1)], [], ["m0", "m2"]],
    ["another area replaces", map, [area("replace", 0, 1), area("replace", 2, 2)], [], ["m2"]],
    ["picks come on top", map, [area("replace", 0, 0)], ["m2"], ["m0", "m2"]],
    ["a pick taken out of an area", map, [area("replace", 0, 1)], ["!m0"], ["m1"]],
    ["only picks while the map is loading", null, [area("replace", 0, 1)], ["m9"], ["m9"]],
  ] as const)("%s", (_why, loaded, areas, picks, ids) => {
    expect(selectedIds(() => loaded, areas, picks)).toEqual(ids);
  });
});

it.each([
  ["a new pick", [], "m", false, ["m"]],
  ["a pick taken back", ["m"], "m", true, []],
  ["out of an area", [], "m", true, ["!m"]],
  ["and into it again", ["!m"], "m", false, ["m"]],
] as const)("togglePick: %s", (_why, picks, id, isSelected, after) => {
  expect(togglePick(picks, id, isSelected)).toEqual(after);
});

it("thins a long lasso and leaves a short one", () => {
  const lasso = Array.from({ length: 500 }, (_, index) => ({ x: index, y: 0 }));
  expect(thinArea(lasso)).toHaveLength(60);
  expect(thinArea(lasso.slice(0, 9))).toHaveLength(9);
});

it("selectionMask is null without a selection, so that nothing is dimmed", () => {
  expect(selectionMask(["m0"], new Set())).toBeNull();
  expect([...(selectionMask(["m0", "m1"], new Set(["m1"])) ?? [])]).toEqual([0, 1]);
});

it.each([
  ["nothing", [], 0],
  ["one corner is no area", [1, 2], 0],
  ["half a corner is left out", [1, 2, 3, 4, 5], 2],
])("areaFromNumbers: %s", (_why, numbers, corners) => {
  expect(areaFromNumbers(numbers)).toHaveLength(corners);
});

it("numbersFromArea is undone by areaFromNumbers, to three decimals", () => {
  expect(numbersFromArea(areaFromNumbers([1.23456, -2, 3, 4.5]))).toEqual([1.235, -2, 3, 4.5]);
});

describe("picksAfter", () => {
  it("picks what was ticked and takes out what was unticked, of an area too", () => {
    const inArea = new Set(["a", "b"]);
    expect(picksAfter([], inArea, new Set(["b", "c"]))).toEqual(["c", "!a"]);
  });

  it("keeps picks that did not change, and forgets one that is unticked", () => {
    expect(picksAfter(["x", "y"], new Set(["x", "y"]), new Set(["y", "z"]))).toEqual(["y", "z"]);
  });
});
