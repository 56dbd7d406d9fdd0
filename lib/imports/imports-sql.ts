import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";

// SQL: thousands of rows as one JSON parameter, and the text form of vectors.

/** A vector as text: `[0.1,0.2]`. `stale`: of a text that the memory no longer has. */
type VectorText = { memoryId: string; model: string; dimensions: number; vector: string; stale: boolean };

/** The vectors of some memories in every space. */
export function listVectorTexts(db: Db, memoryIds: readonly string[]): Promise<VectorText[]> {
  return db.$queryRaw<VectorText[]>`
    SELECT e."memoryId", s."model", s."dimensions", e."vector"::text AS vector, e."stale"
    FROM "Embedding" e JOIN "EmbeddingSpace" s ON s."id" = e."spaceId"
    WHERE e."memoryId" = ANY(${[...memoryIds]}::uuid[])`;
}

/**
 * Inserts rows by one statement; columns not named get their defaults.
 * @param columns names, separated by blanks: written by us, never given; the rows travel as a parameter
 */
export async function insertRows(
  tx: Db,
  table: "Memory" | "Revision",
  columns: string,
  rows: readonly object[],
): Promise<void> {
  const names = Prisma.raw(columns.replaceAll(/\w+/g, '"$&"').replaceAll(" ", ", "));
  const name = Prisma.raw(`"${table}"`);
  await tx.$executeRaw`
    INSERT INTO ${name} (${names})
    SELECT ${names} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(rows)}::jsonb)`;
}

const pairsPerPage = 2000;

/** A memory without its trial, beside a trial of the task it was born from. */
export type TrialPair = { memoryId: string; poolPath: string; trialId: string; trialPath: string };

/** The next memories by ascending id that have trials of their task but none that they are linked to, each with all of those. */
export function listTrialPairs(db: Db, after: string): Promise<TrialPair[]> {
  return db.$queryRaw<TrialPair[]>`
    WITH "waiting" AS (
      SELECT m.id, m."sourcePath", m."benchmarkName", m."taskName" FROM "Memory" m
      WHERE m."sourceTrialId" IS NULL AND m."sourcePath" IS NOT NULL AND m."taskName" <> '' AND m.id > ${after}::uuid
        AND EXISTS (SELECT FROM "Task" k JOIN "Trial" t ON t."taskId" = k.id
                    WHERE k."benchmarkName" = m."benchmarkName" AND k.name = m."taskName")
      ORDER BY m.id LIMIT ${pairsPerPage}
    )
    SELECT w.id::text AS "memoryId", w."sourcePath" AS "poolPath", t.id::text AS "trialId", t."sourcePath" AS "trialPath"
    FROM "waiting" w
    JOIN "Task" k ON k."benchmarkName" = w."benchmarkName" AND k.name = w."taskName"
    JOIN "Trial" t ON t."taskId" = k.id
    ORDER BY w.id, t.id`;
}

/** Links memories to trials, those that have none yet. */
export async function writeLinks(
  db: Db,
  links: readonly { memoryId: string; trialId: string }[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE "Memory" m SET "sourceTrialId" = l."trialId"
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS l("memoryId" uuid, "trialId" uuid)
    WHERE m.id = l."memoryId" AND m."sourceTrialId" IS NULL`;
}
