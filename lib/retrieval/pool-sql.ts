import { toSql } from "pgvector";
import { sameBenchmarksSql } from "#lib/benchmarks/benchmarks-sql.ts";
import type { Db } from "#lib/db/client.ts";
import { type MemoryType, Prisma } from "#lib/db/generated/client.ts";
import { memoryTypes } from "#lib/memories/content.ts";
import type { NearMemory } from "./schema.ts";

export type PoolFilter = {
  space: { id: string; dimensions: number };
  /** The query's vector, of that space. */
  vector: Float32Array;
  /** Those of types that are compared with another text. */
  vectorOf?: Partial<Record<MemoryType, Float32Array>>;
  /** null = every type. */
  type: MemoryType | null;
  /** Benchmark to leave out, in whatever spelling; null = none. */
  target: string | null;
  /** The moment at which validity windows are looked at. */
  at: Date;
};

/**
 * Every memory with its cosine distance to the query and the first reason against it (null = eligible), as the
 * common table expressions `query` and `pool`. The one place where eligibility is written down for the database.
 *
 * Exact on purpose: the distance is taken to a value of another table, which no vector index can serve. An
 * approximate index looks at a fixed number of neighbors first and filters after; where all of those belong to
 * the target benchmark, nothing is left.
 * @throws RangeError when the vector is not of that space
 */
function poolSql({ space, vector, vectorOf = {}, type, target, at }: PoolFilter): Prisma.Sql {
  const queries = memoryTypes.map((memoryType) =>
    queryRow(space, memoryType, vectorOf[memoryType] ?? vector),
  );
  return Prisma.sql`
    WITH query (type, v) AS MATERIALIZED (VALUES ${Prisma.join(queries)}),
    measured AS (
      SELECT m."id", m."title", m."type", m."benchmarkName", m."outcome", m."lifecycle", m."version",
        m."validFrom", m."validUntil", e."stale",
        -- A vector without a direction has no cosine: NaN.
        nullif((e."vector" <=> query.v)::float8, 'NaN') AS distance
      FROM "Memory" m
      JOIN query ON query.type = m."type"
      LEFT JOIN "Embedding" e ON e."memoryId" = m."id" AND e."spaceId" = ${space.id}::uuid
    ),
    pool AS (
      SELECT *, CASE
        WHEN "type" <> ${type}::"MemoryType" THEN 'other type'
        WHEN "benchmarkName" IN ${sameBenchmarksSql(target === null ? [] : [target])} THEN 'target benchmark'
        WHEN "lifecycle" <> 'active' THEN "lifecycle"::text
        WHEN "validFrom" > ${at}::timestamptz THEN 'not yet valid'
        WHEN "validUntil" <= ${at}::timestamptz THEN 'expired'
        WHEN distance IS NULL THEN 'no embedding'
        WHEN "stale" THEN 'stale embedding'
      END AS reason
      FROM measured
    )`;
}

function queryRow(space: PoolFilter["space"], type: MemoryType, vector: Float32Array): Prisma.Sql {
  if (vector.length !== space.dimensions) {
    throw new RangeError(`A query of ${vector.length} numbers in a space of ${space.dimensions}.`);
  }
  return Prisma.sql`(${type}::"MemoryType", ${String(toSql(Array.from(vector)))}::vector)`;
}

/** The columns of `NearRow`. */
const nearColumns = Prisma.sql`"id"::text AS "memoryId", "title", "type"::text AS "type",
  "benchmarkName" AS "benchmark", "outcome"::text AS "outcome", "lifecycle"::text AS "lifecycle", "version",
  1 - distance AS "similarity", "reason", "validFrom", "validUntil"`;

/** `nearColumns` as the driver gives them; inside JSON the dates are texts. */
export type NearRow = Omit<NearMemory, "because"> & {
  validFrom: Date | string | null;
  validUntil: Date | string | null;
};

/** The eligible memories nearest to a query, nearest first, equal ones by id. */
export function listEligible(db: Db, filter: PoolFilter, limit: number): Promise<NearRow[]> {
  return db.$queryRaw<NearRow[]>`${poolSql(filter)}
    SELECT ${nearColumns} FROM pool WHERE reason IS NULL ORDER BY distance, "id" LIMIT ${limit}`;
}

/** What the whole pool comes to, and the nearest of what was left out. `counts` is by reason; "" = eligible. */
export async function explainPool(
  db: Db,
  filter: PoolFilter,
  listed: { sameType: number; otherTypes: number },
): Promise<{ counts: Record<string, number>; leftOut: NearRow[] }> {
  const [row] = await db.$queryRaw<
    { counts: Record<string, number> | null; leftOut: NearRow[] | null }[]
  >`${poolSql(filter)},
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
  return { counts: row?.counts ?? {}, leftOut: row?.leftOut ?? [] };
}
