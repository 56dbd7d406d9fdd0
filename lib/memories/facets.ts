import type { Db } from "#lib/db/client.ts";
import { countValues, facetNames, type ValueCount } from "./facets-sql.ts";
import { everyMemory, type MemoryFacet, type MemoryFilter } from "./search-params.ts";

export type FacetCount = { value: string; count: number };
/** Counts of each facet's values, most first; a selected value that counts nothing is there with 0. */
export type FacetCounts = Record<MemoryFacet, FacetCount[]>;

/**
 * How many memories each value of each facet would show. A facet's own choice does not narrow its
 * own counts, so that one sees what another choice would bring.
 */
export async function countFacets(
  db: Db,
  filter: Partial<MemoryFilter> = {},
  at = new Date(),
): Promise<FacetCounts> {
  const whole = { ...everyMemory, ...filter };
  return group(await countValues(db, whole, at), whole);
}

function group(rows: readonly ValueCount[], filter: MemoryFilter): FacetCounts {
  const grouped = Object.fromEntries(facetNames.map((facet) => [facet, [] as FacetCount[]])) as FacetCounts;
  for (const { facet, value, count } of rows) grouped[facet].push({ value, count });
  for (const facet of facetNames) {
    const counted = new Set(grouped[facet].map((entry) => entry.value));
    for (const value of filter[facet]) if (!counted.has(value)) grouped[facet].push({ value, count: 0 });
  }
  return grouped;
}
