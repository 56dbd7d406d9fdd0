import type { Db } from "#lib/db/client.ts";
import { isUuid } from "#lib/runs/queries.ts";
import type { ShownMemory } from "./exposures.ts";
import type { MemoryEffect } from "./memory-effects.ts";

// SQL: a table's lock, and tens of thousands of rows as one statement each.

/** Every memory that each trial of a run was shown, by rank. */
export function listShownMemories(db: Db, runId: string): Promise<ShownMemory[]> {
  if (!isUuid(runId)) return Promise.resolve([]);
  return db.$queryRaw<ShownMemory[]>`
    SELECT r."memoryId"::text AS "memoryId", t."taskId"::text AS "candidateTaskId", t.id::text AS "trialId",
      t.outcome::text AS outcome
    FROM "Retrieval" r JOIN "Trial" t ON t.id = r."trialId"
    WHERE t."runId" = ${runId}::uuid ORDER BY r."trialId", r.rank`;
}

/** Lets nobody else write the table of effects until the transaction ends; it can still be read. */
export async function lockEffects(tx: Db): Promise<void> {
  await tx.$executeRaw`LOCK TABLE "MemoryEffect" IN EXCLUSIVE MODE`;
}

/** Puts these in the place of all effects that are stored. */
export async function replaceEffects(tx: Db, effects: readonly MemoryEffect[]): Promise<void> {
  const each = <T>(value: (effect: MemoryEffect) => T) => effects.map(value);
  await tx.memoryEffect.deleteMany();
  await tx.$executeRaw`
    INSERT INTO "MemoryEffect" ("memoryId", "effect", "q", "lost", "gained", "verdict")
    SELECT * FROM unnest(${each(({ memoryId }) => memoryId)}::uuid[], ${each(({ effect }) => effect)}::float8[],
      ${each(({ q }) => q)}::float8[], ${each(({ lost }) => lost)}::int[], ${each(({ gained }) => gained)}::int[],
      ${each(({ verdict }) => verdict)}::text[])`;
}
