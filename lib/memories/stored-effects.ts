import type { Db } from "#lib/db/client.ts";
import { getRevision, type RevisedTable } from "#lib/db/data-revision.ts";
import type { MemoryFilter } from "./search-params.ts";

// "MemoryEffect" is written by lib/attribution; here it is only read.

/** What the table is computed from. */
export const effectSources = ["Run", "Trial", "Task", "Retrieval"] as const satisfies RevisedTable[];
/** Its name in "DerivedTable". */
export const effectTable = "MemoryEffect";

/** Whether the stored effects are those of the runs as they are now. */
export async function areEffectsCurrent(db: Db): Promise<boolean> {
  const revision = await getRevision(db, ...effectSources);
  const stored = await db.derivedTable.findUnique({ where: { name: effectTable } });
  return stored?.revision === revision;
}

/** Whether a filter asks what runs say of memories. */
export function asksForEffects({ effect, review }: Pick<MemoryFilter, "effect" | "review">): boolean {
  return effect.length > 0 || review.length > 0;
}
