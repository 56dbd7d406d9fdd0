import type { Db } from "#lib/db/client.ts";

/** Locks the row of a draft until the transaction ends, if there is one. */
export async function lockGeneration(tx: Db, id: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Generation" WHERE "id" = ${id}::uuid FOR UPDATE`;
}
