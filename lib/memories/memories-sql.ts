import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { type Memory, Prisma } from "#lib/db/generated/client.ts";
import { memoryTypes } from "./content.ts";
import { lifecycles } from "./search-params.ts";

// SQL: distances of vectors, unnested arrays, distinct counts across a join, and locks.

/** Joins to `"Memory" m` what was measured of it in a space (s), its findings as it is now (f) and its retrievals (r). */
export function measureJoins(spaceId: string, label: string): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN "MemoryMeasure" s ON s."memoryId" = m."id" AND s."spaceId" = ${spaceId}::uuid AND s."label" = ${label}
    LEFT JOIN (SELECT "memoryId", "memoryVersion", count(*)::int AS n FROM "LintFinding" GROUP BY 1, 2) f
      ON f."memoryId" = m."id" AND f."memoryVersion" = m."version"
    LEFT JOIN (SELECT "memoryId", count(*)::int AS n FROM "Retrieval" GROUP BY 1) r ON r."memoryId" = m."id"`;
}

const neighborRows = z.array(
  z.object({
    id: z.string(),
    type: z.enum(memoryTypes),
    title: z.string(),
    benchmark: z.string(),
    lifecycle: z.enum(lifecycles),
    similarity: z.number(),
  }),
);
export type MemoryNeighbor = z.infer<typeof neighborRows>[number];

/**
 * The memories nearest to one in the active space, of any type, benchmark and lifecycle, nearest
 * first. Exact: every fresh vector of the space is compared.
 * @param limit how many
 * @returns similarity = cosine, -1 to 1; empty when the memory has no fresh vector there
 */
export async function listNeighbors(db: Db, memoryId: string, limit = 8): Promise<MemoryNeighbor[]> {
  // A vector of zeros has no direction: its distance to anything is NaN.
  const rows = await db.$queryRaw`
    SELECT m."id", m."type"::text, m."title", m."benchmarkName" AS "benchmark", m."lifecycle"::text,
      1 - near."distance" AS "similarity"
    FROM (
      SELECT other."memoryId", other."vector" <=> own."vector" AS "distance"
      FROM "Embedding" own
      JOIN "EmbeddingSpace" s ON s."id" = own."spaceId" AND s."active"
      JOIN "Embedding" other ON other."spaceId" = own."spaceId" AND other."memoryId" <> own."memoryId"
        AND NOT other."stale"
      WHERE own."memoryId" = ${memoryId}::uuid AND NOT own."stale"
    ) near JOIN "Memory" m ON m."id" = near."memoryId"
    WHERE near."distance" <> 'NaN'
    ORDER BY near."distance", m."id" LIMIT ${limit}`;
  return neighborRows.parse(rows);
}

/** The tags that memories bear, the most used first; at most 200. */
export async function listTags(db: Db): Promise<{ rows: string[]; total: number }> {
  const found = await db.$queryRaw<{ tag: string }[]>`
    SELECT tag FROM "Memory", unnest("tags") AS tag GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 200`;
  const rows = found.map(({ tag }) => tag);
  return { rows, total: rows.length };
}

const useCounts = z.object({
  retrievals: z.number(),
  tasks: z.number(),
});

/** How often a memory was shown, and at how many tasks. */
export async function countUses(db: Db, memoryId: string): Promise<z.infer<typeof useCounts>> {
  const [row] = await db.$queryRaw<unknown[]>`
    SELECT count(*)::int AS "retrievals", count(DISTINCT t."taskId")::int AS "tasks"
    FROM "Retrieval" r JOIN "Trial" t ON t."id" = r."trialId"
    WHERE r."memoryId" = ${memoryId}::uuid`;
  return useCounts.parse(row);
}

/** The fields that curation sets on many memories at once: none of them changes what a memory says. */
export type Curated = Pick<
  Memory,
  "id" | "title" | "version" | "lifecycle" | "deprecatedReason" | "validFrom" | "validUntil" | "tags"
>;

/** Locks memories by id, those that exist, in the order of their ids. */
export function lockMemories(tx: Db, ids: readonly string[]): Promise<Curated[]> {
  return lockWhere(tx, Prisma.sql`m."id" = ANY(${[...ids]}::uuid[])`);
}

/** Locks the memories that hold a condition, in the order of their ids, so that two bulk changes never wait for each other. */
export function lockWhere(tx: Db, where: Prisma.Sql): Promise<Curated[]> {
  return tx.$queryRaw<Curated[]>`
    SELECT m."id", m."title", m."version", m."lifecycle"::text, m."deprecatedReason", m."validFrom",
      m."validUntil", m."tags"
    FROM "Memory" m WHERE ${where} ORDER BY m."id" FOR UPDATE`;
}
