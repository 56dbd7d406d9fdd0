import { describe, expect, it } from "vitest";
import { categoryColumn, type MapPoints, unknownNumbers } from "#lib/maps/map-binary.ts";
import { crossFilter } from "./cross-filter.ts";
import { facetCounts, rankedIds, summedHistogram } from "./filter-summary.ts";

function mapOf(ids: string[], benchmarks: string[], effects: number[], verdicts: string[]) {
  const plain = categoryColumn(ids.map(() => "plain"));
  const points: MapPoints = {
    x: new Float32Array(ids.length),
    y: new Float32Array(ids.length),
    ids,
    placed: new Uint8Array(ids.length),
    categories: {
      type: plain,
      benchmark: categoryColumn(benchmarks),
      outcome: plain,
      lifecycle: plain,
      generator: plain,
      tags: plain,
      placement: plain,
      verdict: categoryColumn(verdicts),
    },
    numbers: { ...unknownNumbers(ids.length), effect: Float32Array.from(effects) },
  };
  const filter = { off: [{ category: "benchmark", name: "hidden" } as const], ranges: [] };
  return { points, filtered: crossFilter(points, filter) };
}

const maps = [
  mapOf(
    ["a", "b", "c"],
    ["one", "hidden", "one"],
    [-50, -100, Number.NaN],
    ["suspected", "harmful", "(not shown)"],
  ),
  mapOf(["d"], ["two"], [-25], ["harmful"]),
];

it("adds the counts of facets up over the maps", () => {
  expect(facetCounts(maps).benchmark).toEqual([
    { name: "hidden", total: 1, shown: 1 },
    { name: "one", total: 2, shown: 2 },
    { name: "two", total: 1, shown: 1 },
  ]);
  expect(facetCounts(maps).type).toEqual([{ name: "plain", total: 4, shown: 3 }]);
});

describe("rankedIds", () => {
  it.each([
    [
      "what is named before a larger effect that is not, unknown last, hidden not at all",
      "effect",
      ["d", "a", "c"],
    ],
    ["in the order of the maps without a measure", null, ["a", "c", "d"]],
  ] as const)("%s", (_why, measure, ids) => {
    expect(rankedIds(maps, measure)).toEqual(ids);
  });
});

it("puts several maps into one histogram", () => {
  const histogram = summedHistogram(maps, "effect");
  expect(histogram?.all.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(histogram?.shown.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(histogram).toMatchObject({ unknown: 1, unknownShown: 1 });
  expect(summedHistogram(maps, "lisi")).toBeNull();
});
