import { toSql } from "pgvector";
import { sameBenchmarksSql } from "#lib/benchmarks/same-benchmarks.ts";
import { type MemoryType, Prisma } from "#lib/db/generated/client.ts";
import { memoryTypes } from "#lib/memories/content.ts";

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
export function poolSql({ space, vector, vectorOf = {}, type, target, at }: PoolFilter): Prisma.Sql {
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
export const nearColumns = Prisma.sql`"id"::text AS "memoryId", "title", "type"::text AS "type",
  "benchmarkName" AS "benchmark", "outcome"::text AS "outcome", "lifecycle"::text AS "lifecycle", "version",
  1 - distance AS "similarity", "reason", "validFrom", "validUntil"`;
