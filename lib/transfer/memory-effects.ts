import type { Db } from "#lib/db/client.ts";
import { getRevision } from "#lib/db/data-revision.ts";
import { blameMemories } from "./blame.ts";
import { getComparedTasks, latestPair } from "./queries.ts";

/** What the paired tasks at which a memory was shown came to. */
export type MemoryEffect = {
  /** Candidate minus baseline share of passed attempts over its tasks, -1 to 1. */
  effect: number;
  /** Tasks gained less tasks lost: heavy where harm is frequent, not only where it is total. */
  netTasks: number;
};

const kept = new WeakMap<object, { key: string; effects: Promise<Map<string, MemoryEffect>> }>();

/**
 * The effect of every memory that a run was shown, by memory: each run with memory against its newest zero-shot run. A
 * memory of several runs has the effect in the newest. Memories shown together share their tasks' effect.
 * Kept until one of the tables it reads is written to, for every map of a page asks for it.
 */
export async function listMemoryEffects(db: Db): Promise<ReadonlyMap<string, MemoryEffect>> {
  const key = await getRevision(db, "Run", "Trial", "Task", "Retrieval");
  const before = kept.get(db);
  if (before?.key === key) return before.effects;
  const effects = computeEffects(db);
  kept.set(db, { key, effects });
  effects.catch(() => kept.delete(db));
  return effects;
}

async function computeEffects(db: Db): Promise<Map<string, MemoryEffect>> {
  const runs = await db.run.findMany({
    where: { arm: "memory" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const effects = new Map<string, MemoryEffect>();
  for (const { id } of runs) {
    for (const [memoryId, effect] of await effectsOfRun(db, id)) effects.set(memoryId, effect);
  }
  return effects;
}

async function effectsOfRun(db: Db, candidate: string): Promise<[string, MemoryEffect][]> {
  const pair = await latestPair(db, { candidate });
  const compared = pair && (await getComparedTasks(db, pair));
  if (!compared) return [];
  const shown = await db.$queryRaw<{ memoryId: string; candidateTaskId: string }[]>`
    SELECT r."memoryId"::text AS "memoryId", t."taskId"::text AS "candidateTaskId"
    FROM "Retrieval" r JOIN "Trial" t ON t."id" = r."trialId"
    WHERE t."runId" = ${candidate}::uuid AND r."memoryId" IS NOT NULL ORDER BY r."trialId", r."rank"`;
  return blameMemories(compared.tasks, shown).map(({ memoryId, effect, gained, lost }) => [
    memoryId,
    { effect, netTasks: gained - lost },
  ]);
}
