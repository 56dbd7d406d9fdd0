import type { FacetCount, FacetCounts } from "#lib/memories/facets.ts";
import type { MemoryColumnId, MemoryFilter } from "#lib/memories/search-params.ts";

/** Whether one value is that of all memories that match. */
export function isShared(counts: readonly FacetCount[], total: number): boolean {
  const [first] = counts.filter(({ count }) => count > 0);
  return (
    first !== undefined &&
    first.count === total &&
    counts.every(({ count }) => count === 0 || count === total)
  );
}

/**
 * Columns that say the same of all memories that match, by the counts of facets. An effect has a number beside its
 * verdict, and findings have a count: their columns go only where there is nothing to say.
 */
export function constantFacets(counts: FacetCounts, filter: MemoryFilter, total: number): MemoryColumnId[] {
  if (total <= 1) return [];
  const isOnly = (facet: keyof FacetCounts, value: string) =>
    counts[facet].some((each) => each.value === value && each.count === total) &&
    isShared(counts[facet], total);
  const facets = ["type", "benchmark", "outcome", "lifecycle", "review"] as const;
  return [
    ...facets.filter((facet) => filter[facet].length === 1 || isShared(counts[facet], total)),
    ...(isOnly("effect", "unknown") ? (["effect", "q", "lost", "gained"] as const) : []),
    ...(isOnly("severity", "none") ? (["lint"] as const) : []),
  ];
}
