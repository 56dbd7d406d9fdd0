import type { Db } from "#lib/db/client.ts";
import { isUuid } from "#lib/runs/queries.ts";
import type { PairedTask } from "#lib/transfer/schema.ts";
import { attributeChanges } from "./attribute-changes.ts";
import type { ShownMemory } from "./exposures.ts";
import type { MemoryAttribution } from "./memory-attribution.ts";

/** Every memory that each trial of a run was shown, by rank. */
function listShownMemories(db: Db, runId: string): Promise<ShownMemory[]> {
  if (!isUuid(runId)) return Promise.resolve([]);
  return db.$queryRaw<ShownMemory[]>`
    SELECT r."memoryId"::text AS "memoryId", t."taskId"::text AS "candidateTaskId", t.id::text AS "trialId",
      t.outcome::text AS outcome
    FROM "Retrieval" r JOIN "Trial" t ON t.id = r."trialId"
    WHERE t."runId" = ${runId}::uuid ORDER BY r."trialId", r.rank`;
}

/**
 * What is said of every memory that the candidate was shown: the one place that pages, maps and the memory's own page
 * have it from.
 */
export async function judgeShownMemories(
  db: Db,
  candidateRunId: string,
  tasks: readonly PairedTask[],
  options: { excludeErrored?: boolean } = {},
): Promise<{ rows: MemoryAttribution[]; unlinked: number }> {
  const shown = await listShownMemories(db, candidateRunId);
  return {
    rows: attributeChanges(tasks, shown, options),
    unlinked: shown.filter(({ memoryId }) => memoryId === null).length,
  };
}

/** Titles of memories by id. */
export async function listTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const memories = await db.memory.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, title: true },
  });
  return new Map(memories.map(({ id, title }) => [id, title]));
}
