import { expect, it } from "vitest";
import type { MemorySort } from "#lib/transfer/search-params.ts";
import type { MemoryAttribution } from "./memory-attribution.ts";
import { sortAttribution } from "./sort-attribution.ts";

function row(memoryId: string, lost: number, lostAlone: number, q: number | null): MemoryAttribution {
  return { memoryId, lost, lostAlone, q } as unknown as MemoryAttribution;
}

const rows = [row("a", 2, 0, 0.5), row("b", 1, 1, null), row("c", 7, 0, 0.01)];

it.each<[MemorySort | null, boolean, string]>([
  [null, true, "abc"],
  ["lost", true, "cab"],
  ["alone", true, "bac"],
  ["q", false, "cab"],
  // What was shown too rarely to be tested is neither the surest nor the least sure.
  ["q", true, "acb"],
])("by %s, descending %s: %s", (sort, isDescending, order) => {
  expect(
    sortAttribution(rows, sort, isDescending)
      .map((each) => each.memoryId)
      .join(""),
  ).toBe(order);
});
