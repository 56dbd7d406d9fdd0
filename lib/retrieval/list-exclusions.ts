import type { Db } from "#lib/db/client.ts";
import { type NearRow, toNearMemory } from "./nearest.ts";
import { nearColumns, type PoolFilter, poolSql } from "./pool-sql.ts";
import { exclusionReasons, type RetrievalPreview } from "./schema.ts";

/** How many of the nearest left-out memories are listed; of other types only a few, for they are many. */
const listedByDefault = { sameType: 12, otherTypes: 4 };

/** Counts by reason; "" = eligible. */
type Explained = { counts: Record<string, number> | null; leftOut: NearRow[] | null };

/**
 * Which near memories were left out and why (nearest first; without a vector none is near), and how many of the whole
 * pool were left out for which reason. One statement, so that every distance is computed once.
 */
export async function listExclusions(
  db: Db,
  filter: PoolFilter,
  listed = listedByDefault,
): Promise<Pick<RetrievalPreview, "leftOut" | "counts">> {
  const [row] = await db.$queryRaw<Explained[]>`${poolSql(filter)},
    same AS (
      SELECT * FROM pool WHERE reason IS NOT NULL AND reason <> 'other type' AND distance IS NOT NULL
      ORDER BY distance, "id" LIMIT ${listed.sameType}
    ),
    others AS (
      SELECT * FROM pool WHERE reason = 'other type' AND distance IS NOT NULL
      ORDER BY distance, "id" LIMIT ${listed.otherTypes}
    ),
    left_out AS (SELECT * FROM same UNION ALL SELECT * FROM others ORDER BY distance, "id"),
    counted AS (SELECT coalesce(reason, '') AS reason, count(*)::int AS count FROM pool GROUP BY reason)
    SELECT
      (SELECT jsonb_object_agg(reason, count) FROM counted) AS counts,
      (SELECT jsonb_agg(to_jsonb(near)) FROM (SELECT ${nearColumns} FROM left_out) near) AS "leftOut"`;
  const counts = row?.counts ?? {};
  return {
    leftOut: (row?.leftOut ?? []).map((near) => toNearMemory(near, filter.target)),
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
