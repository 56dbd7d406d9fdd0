import { z } from "zod";
import type { RootDb } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { getEmbeddedTextSetting } from "#lib/memories/embedded-text.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { Finding } from "./schema.ts";

const duplicateSimilarity = 0.95;
const pageSize = 100;

const pairRows = z.array(
  z.object({ memoryId: z.string(), otherId: z.string(), otherTitle: z.string(), similarity: z.number() }),
);
export type DuplicateFinding = Finding & { memoryId: string; otherId: string };

type Options = {
  /** Only pairs with one of these on the first side. */
  ids?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number) => void) | undefined;
};

/**
 * Pairs of memories of one type that are nearer than a cosine of 0.95 in the active space, exact; each
 * pair is found from both sides. Deprecated memories and stale vectors are left out, and so are types
 * of which only the task is embedded: their vectors say nothing of the memory.
 */
export async function findNearDuplicates(db: RootDb, options: Options = {}): Promise<DuplicateFinding[]> {
  const setting = await getEmbeddedTextSetting(db);
  const types = Object.entries(setting).flatMap(([type, field]) => (field === "task" ? [] : [type]));
  const picked = options.ids ? Prisma.sql`AND e."memoryId" = ANY(${options.ids}::uuid[])` : Prisma.empty;
  const subjects = await db.$queryRaw<{ id: string }[]>`
    SELECT e."memoryId" AS "id" FROM "Embedding" e
    JOIN "EmbeddingSpace" s ON s."id" = e."spaceId" AND s."active"
    JOIN "Memory" m ON m."id" = e."memoryId"
    WHERE NOT e."stale" AND m."lifecycle" <> 'deprecated' AND m."type"::text = ANY(${types}) ${picked}
    ORDER BY 1`;
  const findings: DuplicateFinding[] = [];
  for (let start = 0; start < subjects.length; start += pageSize) {
    await yieldToEventLoop(options.signal);
    const page = subjects.slice(start, start + pageSize).map((row) => row.id);
    findings.push(...(await findPairs(db, page)));
    options.onProgress?.(Math.min(1, (start + pageSize) / subjects.length));
  }
  return findings;
}

async function findPairs(db: RootDb, ids: readonly string[]): Promise<DuplicateFinding[]> {
  const rows = await db.$queryRaw`
    SELECT a."memoryId", b."memoryId" AS "otherId", other."title" AS "otherTitle",
      1 - (a."vector" <=> b."vector") AS "similarity"
    FROM "Embedding" a
    JOIN "EmbeddingSpace" s ON s."id" = a."spaceId" AND s."active"
    JOIN "Memory" own ON own."id" = a."memoryId"
    JOIN "Embedding" b ON b."spaceId" = a."spaceId" AND b."memoryId" <> a."memoryId" AND NOT b."stale"
    JOIN "Memory" other ON other."id" = b."memoryId" AND other."type" = own."type"
      AND other."lifecycle" <> 'deprecated'
    WHERE a."memoryId" = ANY(${ids}::uuid[]) AND (a."vector" <=> b."vector") < ${1 - duplicateSimilarity}::float8
    ORDER BY a."memoryId", "similarity" DESC, "otherId"`;
  return pairRows.parse(rows).map(({ memoryId, otherId, otherTitle, similarity }) => ({
    memoryId,
    otherId,
    rule: "near-duplicate",
    severity: "warning",
    message: `Nearly the same as "${otherTitle}" (${otherId}), similarity ${similarity.toFixed(3)}. Keep one, deprecate the other.`,
    field: "title",
    span: [0, 0],
  }));
}
