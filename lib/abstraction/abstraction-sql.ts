import type { Db } from "#lib/db/client.ts";
import { measureJoins } from "#lib/memories/memories-sql.ts";
import type { MeasuredMemory, SnapshotKey } from "./snapshots.ts";
import type { MemoryMeasures } from "./view.ts";

// SQL: rows in the order of a list, and a whole type written by one statement.

/** What was measured of memories in a space, in the order of `ids`; unknown ids are left out. */
export function listMeasures(
  db: Db,
  ids: readonly string[],
  spaceId: string,
  label: string,
): Promise<MemoryMeasures[]> {
  return db.$queryRaw<MemoryMeasures[]>`
    SELECT m."id"::text AS "memoryId", s."lisi", s."invariantShare", s."foreignNeighbors",
      coalesce(f.n, 0) AS "lintFindings", coalesce(r.n, 0) AS "retrievals"
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS wanted (id, place)
    JOIN "Memory" m ON m."id" = wanted.id
    ${measureJoins(spaceId, label)}
    ORDER BY wanted.place`;
}

/** The pool has nobody to measure, or those who were measured still have their numbers of this input. */
export async function hasMeasures(
  db: Db,
  { spaceId, label, inputHash }: Pick<SnapshotKey, "spaceId" | "label" | "inputHash">,
): Promise<boolean> {
  const [row] = await db.$queryRaw<{ complete: boolean }[]>`
    SELECT (SELECT count(*)::int FROM "MemoryMeasure" WHERE "spaceId" = ${spaceId}::uuid AND "label" = ${label}
      AND "inputHash" = ${inputHash}) >= (s."result" ->> 'n')::int AS complete
    FROM "MetricSnapshot" s WHERE s."spaceId" = ${spaceId}::uuid AND s."inputHash" = ${inputHash} LIMIT 1`;
  return row?.complete ?? false;
}

/** Writes the numbers of single memories, which have none of that space and label; memories deleted meanwhile are passed over. */
export async function insertMeasures(
  tx: Db,
  { spaceId, label, perplexity, inputHash, asOf }: SnapshotKey,
  each: readonly MeasuredMemory[],
): Promise<void> {
  const ids = each.map(({ memoryId }) => memoryId);
  const lisi = each.map((row) => row.lisi);
  const shares = each.map((row) => row.invariantShare);
  const foreign = each.map((row) => row.foreignNeighbors);
  await tx.$executeRaw`
    INSERT INTO "MemoryMeasure" ("memoryId", "spaceId", "label", "lisi", "perplexity", "invariantShare",
      "foreignNeighbors", "inputHash", "createdAt")
    SELECT m."id", ${spaceId}::uuid, ${label}, x.lisi, ${perplexity}, x.share, x.other, ${inputHash}, ${asOf}
    FROM unnest(${ids}::uuid[], ${lisi}::float8[], ${shares}::float8[], ${foreign}::float8[])
      AS x (id, lisi, share, other)
    JOIN "Memory" m ON m."id" = x.id`;
}
