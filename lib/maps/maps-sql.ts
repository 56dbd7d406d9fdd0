import { sameBenchmarksSql } from "#lib/benchmarks/benchmarks-sql.ts";
import type { Db } from "#lib/db/client.ts";
import { type MemoryType, Prisma, type Projection } from "#lib/db/generated/client.ts";
import { measureJoins } from "#lib/memories/memories-sql.ts";
import { type ProjectionFilter, projectionFilter } from "./schema.ts";
import type { ProjectionDrift } from "./view.ts";

// SQL: full joins with lists of ids, grouping sets, columns made of rows.

/** Conditions on "Memory" m for the memories a map is of; to be put after another condition. */
function andInProjection(type: MemoryType | null, { benchmarks, lifecycles }: ProjectionFilter): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.empty,
      type ? Prisma.sql`AND m."type" = ${type}::"MemoryType"` : Prisma.empty,
      benchmarks ? Prisma.sql`AND m."benchmarkName" IN ${sameBenchmarksSql(benchmarks)}` : Prisma.empty,
      lifecycles ? Prisma.sql`AND m."lifecycle" = ANY(${lifecycles}::"Lifecycle"[])` : Prisma.empty,
    ],
    " ",
  );
}

type Drifting = {
  id: string;
  spaceId: string;
  type: MemoryType | null;
  filter: ProjectionFilter;
  createdAt: Date;
};

/** How many points changed, came and went since a map was laid out, and how many of those are placed on it. */
export async function getDrift(
  db: Db,
  { id, spaceId, type, filter, createdAt }: Drifting,
): Promise<ProjectionDrift> {
  const [row] = await db.$queryRaw<ProjectionDrift[]>`
    WITH laid AS (SELECT unnest("memoryIds") AS id FROM "Projection" WHERE "id" = ${id}::uuid),
    present AS (
      SELECT m."id", e."stale", e."createdAt" FROM "Embedding" e JOIN "Memory" m ON m."id" = e."memoryId"
      WHERE e."spaceId" = ${spaceId}::uuid ${andInProjection(type, filter)}
    ), moved AS (
      SELECT coalesce(laid.id, present."id") AS id, laid.id IS NOT NULL AS was, present."id" IS NOT NULL AS "is",
        present."stale" AS stale, present."createdAt" AS at
      FROM laid FULL JOIN present ON present."id" = laid.id
      WHERE laid.id IS NULL OR present."id" IS NULL OR present."stale" OR present."createdAt" > ${createdAt}
    )
    SELECT count(*) FILTER (WHERE was AND "is")::int AS changed,
      count(*) FILTER (WHERE NOT was AND NOT stale)::int AS added,
      count(*) FILTER (WHERE NOT "is")::int AS gone,
      count(*) FILTER (WHERE "is" AND NOT stale AND p."createdAt" >= at)::int AS placed
    FROM moved LEFT JOIN "PlacedPoint" p ON p."projectionId" = ${id}::uuid AND p."memoryId" = moved.id`;
  return row ?? { changed: 0, added: 0, gone: 0, placed: 0 };
}

/** When a memory of each type last came, changed or was embedded in the space; null = of any. */
export function listLatestChanges(db: Db, spaceId: string): Promise<{ type: MemoryType | null; at: Date }[]> {
  return db.$queryRaw<{ type: MemoryType | null; at: Date }[]>`
    SELECT "type", max(at) AS at FROM (
      SELECT "type", max("updatedAt") AS at FROM "Memory" GROUP BY 1
      UNION ALL
      SELECT m."type", max(e."createdAt") FROM "Embedding" e JOIN "Memory" m ON m."id" = e."memoryId"
      WHERE e."spaceId" = ${spaceId}::uuid GROUP BY 1
    ) AS changes GROUP BY GROUPING SETS (("type"), ()) HAVING max(at) IS NOT NULL`;
}

/** The beginning of the text of some memories, title first. */
export function listTexts(
  db: Db,
  ids: readonly string[],
  length: number,
): Promise<{ id: string; text: string }[]> {
  return db.$queryRaw<{ id: string; text: string }[]>`
    SELECT m."id"::text AS id, left(m."title" || ' ' || m."searchText", ${length}) AS text
    FROM "Memory" m WHERE m."id" = ANY(${[...ids]}::uuid[])`;
}

/** Memories with a vector of now: which lie where they were laid out, and which are to be placed. */
export function listStanding(
  db: Db,
  map: Pick<Projection, "id" | "spaceId" | "type" | "filter" | "createdAt">,
  only: readonly string[] | undefined,
): Promise<{ id: string; anchor: boolean; moved: boolean }[]> {
  const filter = projectionFilter.parse(map.filter);
  const picked = only ? Prisma.sql`AND m."id" = ANY(${only}::uuid[])` : Prisma.empty;
  return db.$queryRaw`
    WITH laid AS (SELECT unnest("memoryIds") AS id FROM "Projection" WHERE "id" = ${map.id}::uuid)
    SELECT m."id"::text AS id, laid.id IS NOT NULL AND e."createdAt" <= ${map.createdAt} AS anchor,
      (laid.id IS NULL OR e."createdAt" > ${map.createdAt}) AND coalesce(p."createdAt" < e."createdAt", true)
        ${picked} AS moved
    FROM "Embedding" e JOIN "Memory" m ON m."id" = e."memoryId"
    LEFT JOIN laid ON laid.id = m."id"
    LEFT JOIN "PlacedPoint" p ON p."projectionId" = ${map.id}::uuid AND p."memoryId" = m."id"
    WHERE e."spaceId" = ${map.spaceId}::uuid AND NOT e."stale" ${andInProjection(map.type, filter)} ORDER BY m."id"`;
}

/** Stores places on a map, over older ones; memories deleted meanwhile are passed over. */
export async function upsertPlaces(
  tx: Db,
  projectionId: string,
  ids: readonly string[],
  xs: readonly number[],
  ys: readonly number[],
  asOf: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "PlacedPoint" ("projectionId", "memoryId", "x", "y", "createdAt")
    SELECT ${projectionId}::uuid, m."id", p.x, p.y, ${asOf}
    FROM unnest(${ids}::uuid[], ${xs}::float8[], ${ys}::float8[]) AS p (id, x, y) JOIN "Memory" m ON m."id" = p.id
    ON CONFLICT ("projectionId", "memoryId") DO UPDATE
      SET "x" = excluded."x", "y" = excluded."y", "createdAt" = excluded."createdAt"`;
}

/** What a map shows of memories, one value a memory in every column; null = not known. */
export type MemoryColumns = {
  ids: string[];
  type: string[];
  benchmark: string[];
  outcome: string[];
  lifecycle: string[];
  generator: (string | null)[];
  tags: string[][];
  lisi: (number | null)[];
  invariantShare: (number | null)[];
  foreignNeighbors: (number | null)[];
  lintFindings: number[];
  retrievals: number[];
  /** Whole days: the same map is the same bytes until tomorrow, and caches can tell. */
  ageDays: number[];
};

type ColumnParams = {
  /** null = every type */
  type: MemoryType | null;
  /** LISI and invariant share are of this space, labeled by benchmark. */
  spaceId: string;
};

/**
 * The memories of a type as columns, in no order. The database makes the columns: a hundred thousand memories are a
 * third of a second so, and two seconds as rows.
 */
export async function readMemoryColumns(db: Db, { type, spaceId }: ColumnParams): Promise<MemoryColumns> {
  const [row] = await db.$queryRaw<Record<keyof MemoryColumns, string>[]>`
    SELECT ${column(Prisma.sql`m."id"`)} AS "ids", ${column(Prisma.sql`m."type"`)} AS "type",
      ${column(Prisma.sql`m."benchmarkName"`)} AS "benchmark", ${column(Prisma.sql`m."outcome"`)} AS "outcome",
      ${column(Prisma.sql`m."lifecycle"`)} AS "lifecycle", ${column(Prisma.sql`m."generator"`)} AS "generator",
      ${column(Prisma.sql`m."tags"`)} AS "tags", ${column(Prisma.sql`s."lisi"`)} AS "lisi",
      ${column(Prisma.sql`s."invariantShare"`)} AS "invariantShare",
      ${column(Prisma.sql`s."foreignNeighbors"`)} AS "foreignNeighbors",
      ${column(Prisma.sql`coalesce(f.n, 0)`)} AS "lintFindings", ${column(Prisma.sql`coalesce(r.n, 0)`)} AS "retrievals",
      ${column(Prisma.sql`floor(extract(epoch FROM now() - m."createdAt") / 86400)::int`)} AS "ageDays"
    FROM "Memory" m
    ${measureJoins(spaceId, "benchmark")}
    ${type ? Prisma.sql`WHERE m."type" = ${type}::"MemoryType"` : Prisma.empty}`;
  const entries = Object.entries(row ?? {}).map(([name, text]) => [name, JSON.parse(text)]);
  return Object.fromEntries(entries) as MemoryColumns;
}

/** All values of an expression as one JSON array in text, which passes the driver untouched. */
function column(value: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(json_agg(${value}), '[]')::text`;
}
