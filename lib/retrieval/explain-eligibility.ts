import type { Db } from "#lib/db/client.ts";
import { listNearestLeftOut } from "./nearest.ts";
import { type PoolFilter, poolSql } from "./pool-sql.ts";
import { type ExclusionReason, exclusionReasons, type RetrievalPreview } from "./schema.ts";

/** How many of the nearest left-out memories are listed; of other types only a few, for they are many. */
const listed = { sameType: 12, otherTypes: 4 };

/** Which near memories were left out and why, and how many of the whole pool were left out for which reason. */
export async function explainEligibility(
  db: Db,
  filter: PoolFilter,
): Promise<Pick<RetrievalPreview, "leftOut" | "counts">> {
  const [same, others, counts] = await Promise.all([
    listNearestLeftOut(db, filter, { limit: listed.sameType, otherTypes: false }),
    filter.type ? listNearestLeftOut(db, filter, { limit: listed.otherTypes, otherTypes: true }) : [],
    countByReason(db, filter),
  ]);
  const leftOut = [...same, ...others].sort((a, b) => (b.similarity ?? -2) - (a.similarity ?? -2));
  return { leftOut, counts };
}

async function countByReason(db: Db, filter: PoolFilter): Promise<RetrievalPreview["counts"]> {
  const rows = await db.$queryRaw<{ reason: ExclusionReason | null; count: number }[]>`${poolSql(filter)}
    SELECT reason, count(*)::int AS count FROM pool GROUP BY reason`;
  const countOf = (reason: ExclusionReason | null) => rows.find((row) => row.reason === reason)?.count ?? 0;
  return {
    eligible: countOf(null),
    total: rows.reduce((sum, row) => sum + row.count, 0),
    excluded: exclusionReasons
      .map((reason) => ({ reason, count: countOf(reason) }))
      .filter(({ count }) => count > 0),
  };
}
