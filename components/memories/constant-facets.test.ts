import { describe, expect, it } from "vitest";
import type { FacetCounts } from "#lib/memories/facets.ts";
import { everyMemory } from "#lib/memories/search-params.ts";
import { constantFacets } from "./constant-facets.ts";

const varied = [
  { value: "a", count: 2 },
  { value: "b", count: 1 },
];
const counts = Object.fromEntries(
  Object.keys(everyMemory).map((facet) => [facet, varied]),
) as unknown as FacetCounts;
const shared = (value: string) => [{ value, count: 3 }];

describe("constantFacets", () => {
  it("hides nothing where memories differ", () => {
    expect(constantFacets(counts, everyMemory, 3)).toEqual([]);
  });

  it("hides what a filter has settled, though other values count", () => {
    expect(constantFacets(counts, { ...everyMemory, type: ["insight"] }, 3)).toEqual(["type"]);
  });

  it("hides all that runs would say where none tells, and lint where nothing was found", () => {
    const silent = { ...counts, effect: shared("unknown"), severity: shared("none") };
    expect(constantFacets(silent, everyMemory, 3)).toEqual(["effect", "q", "lost", "gained", "lint"]);
  });

  it("keeps the effects of memories of one verdict: their numbers differ", () => {
    const alike = { ...counts, effect: shared("harmful"), severity: shared("warning") };
    expect(constantFacets(alike, { ...everyMemory, effect: ["harmful"] }, 3)).toEqual([]);
  });
});
