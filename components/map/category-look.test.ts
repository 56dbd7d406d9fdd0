import { describe, expect, it } from "vitest";
import { categoryColumn, type MapPoints } from "#lib/projections/map-binary.ts";
import { categoryLook, legendEntries, visibleMask } from "./category-look.ts";

function pointsOf(benchmarks: string[]): MapPoints {
  const column = categoryColumn(benchmarks);
  const zeros = new Float32Array(benchmarks.length);
  return {
    x: zeros,
    y: zeros,
    placed: new Uint8Array(benchmarks.length),
    ids: benchmarks,
    categories: { type: column, benchmark: column, outcome: column, lifecycle: column },
  };
}

describe("visibleMask", () => {
  it("hides the points of hidden names only", () => {
    const column = categoryColumn(["b", "a", "c", "b"]);
    expect([...visibleMask(column, new Set(["b", "unknown name"]))]).toEqual([0, 1, 1, 0]);
    expect([...visibleMask(column, new Set())]).toEqual([1, 1, 1, 1]);
  });
});

describe("legendEntries", () => {
  it("adds the maps up and sorts by name", () => {
    expect(legendEntries([pointsOf(["b", "a", "b"]), pointsOf(["b", "c"])], "benchmark")).toEqual([
      { name: "a", count: 1 },
      { name: "b", count: 3 },
      { name: "c", count: 1 },
    ]);
  });
  it("is empty without maps", () => {
    expect(legendEntries([], "outcome")).toEqual([]);
  });
});

describe("categoryLook", () => {
  it.each([
    ["outcome", "passed", "circle"],
    ["outcome", "failed", "cross"],
    ["lifecycle", "deprecated", "cross"],
    ["outcome", "a word of tomorrow", "circle"],
  ] as const)("%s %s is drawn as a %s", (color, name, shape) => {
    expect(categoryLook(color, name).shape).toBe(shape);
  });
});
