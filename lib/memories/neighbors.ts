import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { memoryTypes } from "./content.ts";
import { lifecycles } from "./search-params.ts";

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
