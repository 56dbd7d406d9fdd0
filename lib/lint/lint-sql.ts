import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { LintRule } from "./schema.ts";

// SQL: distances of vectors, and counts of distinct memories across a join.

const pairRows = z.array(
  z.object({ memoryId: z.string(), otherId: z.string(), otherTitle: z.string(), similarity: z.number() }),
);

/** Memories of some types with a fresh vector in the active space, deprecated ones left out. */
export function listComparable(
  db: Db,
  types: readonly string[],
  ids: readonly string[] | undefined,
): Promise<{ id: string }[]> {
  const picked = ids ? Prisma.sql`AND e."memoryId" = ANY(${ids}::uuid[])` : Prisma.empty;
  return db.$queryRaw<{ id: string }[]>`
    SELECT e."memoryId" AS "id" FROM "Embedding" e
    JOIN "EmbeddingSpace" s ON s."id" = e."spaceId" AND s."active"
    JOIN "Memory" m ON m."id" = e."memoryId"
    WHERE NOT e."stale" AND m."lifecycle" <> 'deprecated' AND m."type"::text = ANY(${[...types]}) ${picked}
    ORDER BY 1`;
}

/** Each of these memories with every other of its type that is nearer than a cosine distance in the active space. */
export async function listNearPairs(
  db: Db,
  ids: readonly string[],
  distance: number,
): Promise<z.infer<typeof pairRows>> {
  const rows = await db.$queryRaw`
    SELECT a."memoryId", b."memoryId" AS "otherId", other."title" AS "otherTitle",
      1 - (a."vector" <=> b."vector") AS "similarity"
    FROM "Embedding" a
    JOIN "EmbeddingSpace" s ON s."id" = a."spaceId" AND s."active"
    JOIN "Memory" own ON own."id" = a."memoryId"
    JOIN "Embedding" b ON b."spaceId" = a."spaceId" AND b."memoryId" <> a."memoryId" AND NOT b."stale"
    JOIN "Memory" other ON other."id" = b."memoryId" AND other."type" = own."type"
      AND other."lifecycle" <> 'deprecated'
    WHERE a."memoryId" = ANY(${ids}::uuid[]) AND (a."vector" <=> b."vector") < ${distance}::float8
    ORDER BY a."memoryId", "similarity" DESC, "otherId"`;
  return pairRows.parse(rows);
}

/** The different tasks that memories are of, of long ones the beginning. */
export async function listTaskTexts(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ task: string }[]>`
    SELECT DISTINCT left("task", 20000) AS "task" FROM "Memory"`;
  return rows.map(({ task }) => task);
}

/** How many memories break each rule as they are now, most first. */
export async function countFindings(db: Db): Promise<{ rule: LintRule; memories: number }[]> {
  return db.$queryRaw`
    SELECT f."rule", count(DISTINCT f."memoryId")::int AS "memories"
    FROM "LintFinding" f JOIN "Memory" m ON m."id" = f."memoryId" AND m."version" = f."memoryVersion"
    GROUP BY 1 ORDER BY 2 DESC, 1`;
}
