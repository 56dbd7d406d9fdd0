import type { Db } from "#lib/db/client.ts";
import { isUuid } from "#lib/runs/queries.ts";
import type { ShownMemory } from "./exposures.ts";
import type { MemoryEffect } from "./memory-effects.ts";
import type { AttributeInput } from "./request-attribution.ts";

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

/** One at a time asks whether a job waits for a comparison: else two would queue one each. */
export async function lockAttributionRequests(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('attribute', 0))`;
}

/**
 * The newest job that computes a comparison: in one of some states for the same data, or queued for other data, since it
 * reads what there is when it starts. Null where there is none.
 */
export async function findAttributionJob(
  tx: Db,
  input: AttributeInput,
  states: readonly string[],
): Promise<string | null> {
  const { inputHash, ...pair } = input;
  const [job] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM (
      SELECT DISTINCT ON (input->>'inputHash') id, state::text AS state, input->>'inputHash' AS hash, "createdAt"
      FROM "Job" WHERE kind = 'attribute' AND input @> ${JSON.stringify(pair)}::jsonb
      ORDER BY input->>'inputHash', "createdAt" DESC
    ) newest
    WHERE (state = 'queued') OR (hash = ${inputHash} AND state = ANY(${[...states]}))
    ORDER BY "createdAt" DESC LIMIT 1`;
  return job?.id ?? null;
}
