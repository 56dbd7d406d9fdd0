import type { Db } from "#lib/db/client.ts";
import { listVectorTexts } from "./imports-sql.ts";
import type { SourceVector } from "./records.ts";

/** `stale`: of a text that the memory no longer has. */
export type StoredVector = SourceVector & { stale: boolean };

/** The vectors of some memories, by memory. */
export async function readStoredVectors(db: Db, memoryIds: string[]): Promise<Map<string, StoredVector[]>> {
  const rows = await listVectorTexts(db, memoryIds);
  const byMemory = new Map<string, StoredVector[]>();
  for (const { memoryId, model, dimensions, vector, stale } of rows) {
    const list = byMemory.get(memoryId) ?? [];
    list.push({ model, dimensions, vector: JSON.parse(vector) as number[], stale });
    byMemory.set(memoryId, list);
  }
  return byMemory;
}
