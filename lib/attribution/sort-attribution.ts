import type { MemorySort } from "#lib/transfer/search-params.ts";
import type { MemoryAttribution } from "./memory-attribution.ts";

/** The memories by a column, those too rarely shown to be tested last either way; without one, as they are. */
export function sortAttribution<Row extends MemoryAttribution>(
  rows: readonly Row[],
  sort: MemorySort | null,
  isDescending: boolean,
): Row[] {
  if (sort === null) return [...rows];
  const sign = isDescending ? -1 : 1;
  const key = sort === "alone" ? "lostAlone" : sort;
  return [...rows].sort((a, b) => {
    const [left, right] = [a[key], b[key]];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}
