import { toSql } from "pgvector";
import { sameBenchmarksSql } from "#lib/benchmarks/benchmarks-sql.ts";
import type { Db } from "#lib/db/client.ts";
import { type Lifecycle, type MemoryType, Prisma } from "#lib/db/generated/client.ts";
import type { EmbeddedTextSetting } from "#lib/memories/embedded-text.ts";

// SQL: Prisma knows no vectors, and writes no rows that depend on others by one statement.

/** What a memory may be labeled or colored by. */
export type VectorMemory = {
  id: string;
  benchmark: string;
  task: string;
  outcome: string;
  lifecycle: string;
  generator: string | null;
  sourceModel: string | null;
  tags: string[];
};

/** Which memories' vectors are read. */
export type VectorFilter = {
  /** null = all types */
  type: MemoryType | null;
  /** Whether deprecated memories are among them. */
  deprecated: boolean;
  /** Left out = all. */
  benchmarks?: readonly string[] | undefined;
  lifecycles?: readonly Lifecycle[] | undefined;
  /** Left out = whichever. */
  ids?: readonly string[] | undefined;
};

/** Rows of `readVectorPage`; fewer = it was the last page. */
export const vectorsPerPage = 500;

/** How many vectors of a space a filter holds, of memories whose text has not changed since. */
export async function countVectors(db: Db, spaceId: string, filter: VectorFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM "Embedding" e JOIN "Memory" m ON m."id" = e."memoryId"
    WHERE e."spaceId" = ${spaceId}::uuid AND NOT e."stale" ${conditions(filter)}`;
  return row?.n ?? 0;
}

function conditions({ type, deprecated, benchmarks, lifecycles, ids }: VectorFilter): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.empty,
      type ? Prisma.sql`AND m."type" = ${type}::"MemoryType"` : Prisma.empty,
      deprecated ? Prisma.empty : Prisma.sql`AND m."lifecycle" <> 'deprecated'`,
      benchmarks ? Prisma.sql`AND m."benchmarkName" IN ${sameBenchmarksSql(benchmarks)}` : Prisma.empty,
      lifecycles ? Prisma.sql`AND m."lifecycle" = ANY(${lifecycles}::"Lifecycle"[])` : Prisma.empty,
      ids ? Prisma.sql`AND m."id" = ANY(${ids}::uuid[])` : Prisma.empty,
    ],
    " ",
  );
}

/** The next of them by ascending id of the memory, with the vectors in the binary form of pgvector. */
export function readVectorPage(
  db: Db,
  spaceId: string,
  filter: VectorFilter,
  after: string,
): Promise<(VectorMemory & { bytes: Uint8Array })[]> {
  return db.$queryRaw<(VectorMemory & { bytes: Uint8Array })[]>`
    SELECT m."id", m."benchmarkName" AS benchmark, m."taskName" AS task, m."outcome"::text AS outcome, m."lifecycle"::text AS lifecycle,
      m."generator", m."sourceModel", m."tags", vector_send(e."vector") AS bytes
    FROM "Embedding" e JOIN "Memory" m ON m."id" = e."memoryId"
    WHERE e."spaceId" = ${spaceId}::uuid AND NOT e."stale" AND m."id" > ${after}::uuid ${conditions(filter)}
    ORDER BY m."id" LIMIT ${vectorsPerPage}`;
}

/** A memory without a vector of its present text. */
export type Waiting = {
  id: string;
  type: MemoryType;
  task: string;
  /** null where only the task is embedded. */
  content: unknown;
  contentHash: string;
  /** Of the text its present vector was made from; null = it has none. */
  textHash: string | null;
};

const waitingPerPage = 250;

/**
 * The next memories by ascending id that have no vector of their present text in a space. Content comes along only where
 * it is embedded: a page of whole trajectories can be hundreds of megabytes.
 */
export function listWaiting(
  db: Db,
  spaceId: string,
  setting: EmbeddedTextSetting,
  after: string,
): Promise<Waiting[]> {
  const byTask = Object.entries(setting).flatMap(([type, field]) => (field === "task" ? [type] : []));
  return db.$queryRaw<Waiting[]>`
    SELECT m."id", m."type"::text AS type, m."task", m."contentHash", CASE WHEN m."type"::text = ANY(${byTask}::text[]) THEN NULL ELSE m."content" END AS content, e."textHash" FROM "Memory" m
    LEFT JOIN "Embedding" e ON e."memoryId" = m."id" AND e."spaceId" = ${spaceId}::uuid
    WHERE (e."memoryId" IS NULL OR e."stale") AND m."id" > ${after}::uuid
    ORDER BY m."id" LIMIT ${waitingPerPage}`;
}

/** Takes the stale mark off vectors whose text is what it was, unless the memory changed since it was read. */
export async function markFresh(
  db: Db,
  spaceId: string,
  memories: readonly Pick<Waiting, "id" | "contentHash">[],
): Promise<void> {
  if (memories.length === 0) return;
  const ids = memories.map(({ id }) => id);
  const hashes = memories.map(({ contentHash }) => contentHash);
  await db.$executeRaw`
    UPDATE "Embedding" e SET "stale" = false
    FROM unnest(${ids}::text[], ${hashes}::text[]) AS x (id, content_hash)
    JOIN "Memory" m ON m."id" = x.id::uuid AND m."contentHash" = x.content_hash
    WHERE e."memoryId" = m."id" AND e."spaceId" = ${spaceId}::uuid`;
}

/** One vector to be written. */
export type EmbeddingWrite = {
  memoryId: string;
  /** SHA-256 of the text the vector was made from. */
  textHash: string;
  /** Content hash of the memory when its text was read: should it differ by now, the vector is stale from the start. */
  contentHash: string;
  vector: ArrayLike<number>;
};

/** Writes vectors of one space by one statement, in the place of older ones; memories deleted meanwhile are passed over. */
export async function upsertEmbeddings(
  db: Db,
  spaceId: string,
  rows: readonly EmbeddingWrite[],
  createdAt: Date,
): Promise<void> {
  const ids = rows.map((row) => row.memoryId);
  const textHashes = rows.map((row) => row.textHash);
  const contentHashes = rows.map((row) => row.contentHash);
  const vectors = rows.map((row) => String(toSql(Array.from(row.vector))));
  await db.$executeRaw`
    INSERT INTO "Embedding" ("memoryId", "spaceId", "textHash", "stale", "vector", "createdAt")
    SELECT m."id", ${spaceId}::uuid, x.text_hash, m."contentHash" <> x.content_hash, x.vector::vector,
      ${createdAt}::timestamptz
    FROM unnest(${ids}::text[], ${textHashes}::text[], ${contentHashes}::text[], ${vectors}::text[])
      AS x (id, text_hash, content_hash, vector)
    JOIN "Memory" m ON m."id" = x.id::uuid
    ON CONFLICT ("memoryId", "spaceId") DO UPDATE
      SET "textHash" = excluded."textHash", "stale" = excluded."stale", "vector" = excluded."vector", "createdAt" = excluded."createdAt"`;
}
