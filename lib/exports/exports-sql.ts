import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";

// SQL: the filter of memories is SQL, and so is the text form of vectors.

/** The next ids of the memories that hold a condition on "Memory" m, ascending. */
export async function listIds(db: Db, where: Prisma.Sql, after: string, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "Memory" m WHERE ${where} AND m."id" > ${after}::uuid ORDER BY m."id" LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

type VectorRow = { memoryId: string; model: string; dimensions: number; vector: string };

/** The vectors of memories' present texts: of the active space, or of every space but the lexical ones. */
export function listFreshVectors(db: Db, ids: readonly string[], active: boolean): Promise<VectorRow[]> {
  const spaces = active ? Prisma.sql`s."active"` : Prisma.sql`s."provider" <> 'lexical'`;
  return db.$queryRaw<VectorRow[]>`
    SELECT e."memoryId", s."model", s."dimensions", e."vector"::text AS vector
    FROM "Embedding" e JOIN "EmbeddingSpace" s ON s."id" = e."spaceId"
    WHERE e."memoryId" = ANY(${[...ids]}::uuid[]) AND NOT e."stale" AND ${spaces}
    ORDER BY e."memoryId", s."model", s."dimensions"`;
}
