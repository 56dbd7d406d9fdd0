import type { Db } from "#lib/db/client.ts";
import { toNearMemory } from "./nearest.ts";
import { explainPool, type PoolFilter } from "./pool-sql.ts";
import { exclusionReasons, type RetrievalPreview } from "./schema.ts";

/** How many of the nearest left-out memories are listed; of other types only a few, for they are many. */
const listedByDefault = { sameType: 12, otherTypes: 4 };

/**
 * Which near memories were left out and why (nearest first; without a vector none is near), and how many of the whole
 * pool were left out for which reason. One statement, so that every distance is computed once.
 */
export async function listExclusions(
  db: Db,
  filter: PoolFilter,
  listed = listedByDefault,
): Promise<Pick<RetrievalPreview, "leftOut" | "counts">> {
  const { counts, leftOut } = await explainPool(db, filter, listed);
  return {
    leftOut: leftOut.map((near) => toNearMemory(near, filter.target)),
    counts: {
      eligible: counts[""] ?? 0,
      total: Object.values(counts).reduce((sum, count) => sum + count, 0),
      excluded: exclusionReasons.flatMap((reason) => {
        const count = counts[reason] ?? 0;
        return count > 0 ? [{ reason, count }] : [];
      }),
    },
  };
}
