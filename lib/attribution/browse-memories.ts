import type { RootDb } from "#lib/db/client.ts";
import { countFacets, type FacetCounts } from "#lib/memories/facets.ts";
import { listMemories, type MemoryRow } from "#lib/memories/queries.ts";
import { reviewState } from "#lib/memories/review-state.ts";
import type { MemorySearchParams, ReviewState } from "#lib/memories/search-params.ts";
import type { MemoryEffect } from "./memory-effects.ts";
import { storeMemoryEffects } from "./store-effects.ts";

/** What a table says of a memory's effect, and of which two runs: the newest that was shown it, and its baseline. */
export type RowEffect = Pick<
  MemoryEffect,
  "effect" | "q" | "tasks" | "lost" | "lostAlone" | "gained" | "verdict"
> & { base: string; candidate: string };

/** A memory as the table of memories shows it: with what runs say of it; null = no run tells. */
export type BrowsedMemory = MemoryRow & { effect: RowEffect | null; review: ReviewState };

type Effects = Awaited<ReturnType<typeof storeMemoryEffects>>;
type BrowseParams = Partial<Omit<MemorySearchParams, "pageSize">> & { pageSize?: number; at?: Date };

/** One page of the memories that a filter holds, as `listMemories`, with what runs say of them as they are now. */
export async function browseMemories(
  db: RootDb,
  params: BrowseParams = {},
): Promise<{ rows: BrowsedMemory[]; total: number }> {
  return withEffects(await storeMemoryEffects(db), await listMemories(db, params));
}

/** The same with the counts of all facets. */
export async function browseWithFacets(
  db: RootDb,
  params: MemorySearchParams,
): Promise<{ rows: BrowsedMemory[]; total: number; counts: FacetCounts }> {
  const effects = await storeMemoryEffects(db);
  const [page, counts] = await Promise.all([listMemories(db, params), countFacets(db, params)]);
  return { ...withEffects(effects, page), counts };
}

function withEffects(
  effects: Effects,
  { rows, total }: { rows: MemoryRow[]; total: number },
): { rows: BrowsedMemory[]; total: number } {
  return { rows: rows.map((row) => withEffect(row, effects.get(row.id))), total };
}

function withEffect(row: MemoryRow, found: MemoryEffect | undefined): BrowsedMemory {
  const review = reviewState(row, found?.verdict ?? null);
  if (!found) return { ...row, effect: null, review };
  const { effect, q, tasks, lost, lostAlone, gained, verdict, base, candidate } = found;
  return {
    ...row,
    effect: {
      effect,
      q,
      tasks,
      lost,
      lostAlone,
      gained,
      verdict,
      base: base.name,
      candidate: candidate.name,
    },
    review,
  };
}
