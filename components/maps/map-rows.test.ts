import { describe, expect, it } from "vitest";
import { categoryColumn, type MapPoints, unknownNumbers } from "#lib/maps/map-binary.ts";
import type { MemoryRow } from "#lib/memories/queries.ts";
import type { FilteredMap } from "./filter-summary.ts";
import { mapRows } from "./map-rows.ts";

function mapOf(ids: string[], verdicts: string[], q: number[]): FilteredMap {
  const verdict = categoryColumn(verdicts);
  const points = {
    ids,
    categories: { verdict },
    numbers: {
      ...unknownNumbers(ids.length),
      effect: Float32Array.from(ids, (_, index) => -10 * (index + 1)),
      effectQ: Float32Array.from(q),
      lisi: Float32Array.from(ids, (_, index) => index + 1),
    },
  } as unknown as MapPoints;
  return { points, filtered: { visible: new Uint8Array(ids.length) } as FilteredMap["filtered"] };
}

const maps = [
  mapOf(["a", "b"], ["harmful", "(not shown)"], [0.0004, Number.NaN]),
  mapOf(["c"], ["suspected"], [0.062]),
];
const rows = ["c", "a", "b", "gone"].map((id) => ({ id, title: id }) as MemoryRow);

describe("mapRows", () => {
  it("tells each row's effect with what it is worth, from the map that holds it", () => {
    expect(
      mapRows(rows, maps, "lisi").map(({ id, effect, verdict, value }) => [id, effect, verdict, value]),
    ).toEqual([
      ["c", -10, "suspected, q = .062", 1],
      ["a", -10, "harmful, q < .001", 1],
      ["b", -20, "(not shown)", 2],
      ["gone", Number.NaN, "", Number.NaN],
    ]);
  });

  it("has no value where the colors tell no measure", () => {
    expect(mapRows(rows, maps, null).every(({ value }) => value === null)).toBe(true);
  });
});
