import type { Db } from "#lib/db/client.ts";
import type { SourceVector } from "./records.ts";

type Row = { memoryId: string; model: string; dimensions: number; vector: string };

/** The fresh vectors of some memories, by memory. */
export async function readStoredVectors(db: Db, memoryIds: string[]): Promise<Map<string, SourceVector[]>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT e."memoryId", s."model", s."dimensions", e."vector"::text AS vector
    FROM "Embedding" e JOIN "EmbeddingSpace" s ON s."id" = e."spaceId"
    WHERE e."memoryId" = ANY(${memoryIds}::uuid[]) AND NOT e."stale"`;
  const byMemory = new Map<string, SourceVector[]>();
  for (const { memoryId, model, dimensions, vector } of rows) {
    const list = byMemory.get(memoryId) ?? [];
    list.push({ model, dimensions, vector: JSON.parse(vector) as number[] });
    byMemory.set(memoryId, list);
  }
  return byMemory;
}
