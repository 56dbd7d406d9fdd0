import { type MapMeasure, measureColumn } from "#lib/maps/map-measures.ts";
import type { MemoryRow } from "#lib/memories/queries.ts";
import { describeQ } from "#lib/transfer/format.ts";
import type { FilteredMap } from "./filter-summary.ts";
import type { MapRow } from "./map-table-columns.tsx";

/** Rows of memories with what the maps know of each; what lies on none of them is not known. */
export function mapRows(
  rows: readonly MemoryRow[],
  maps: readonly FilteredMap[],
  measure: MapMeasure | null,
): MapRow[] {
  return rows.map((row) => {
    const found = placeOf(maps, row.id);
    const numberOf = (name: MapMeasure) =>
      (found && measureColumn(found.points, name)[found.index]) ?? Number.NaN;
    return {
      ...row,
      value: measure && numberOf(measure),
      effect: numberOf("effect"),
      verdict: found ? verdictOf(found, numberOf("effectQ")) : "",
    };
  });
}

type Place = { points: FilteredMap["points"]; index: number };

function placeOf(maps: readonly FilteredMap[], id: string): Place | null {
  for (const { points } of maps) {
    const index = points.ids.indexOf(id);
    if (index >= 0) return { points, index };
  }
  return null;
}

function verdictOf({ points, index }: Place, q: number): string {
  const { names, codes } = points.categories.verdict;
  const verdict = names[codes[index] ?? 0] ?? "";
  return Number.isNaN(q) ? verdict : `${verdict}, ${describeQ(q)}`;
}
