import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { getRevision } from "#lib/db/data-revision.ts";
import { effectSources } from "#lib/memories/stored-effects.ts";
import { getComparedTasks, latestPair } from "#lib/transfer/queries.ts";
import type { ComparedRun } from "#lib/transfer/schema.ts";
import { type AttributionSummary, summarizeAttribution } from "./attribution-summary.ts";
import type { MemoryAttribution } from "./memory-attribution.ts";
import type { NamedMemory } from "./schema.ts";
import { judgeShownMemories, listTitles } from "./shown-memories.ts";

/** What is said of a memory, and of which two runs. */
export type MemoryEffect = MemoryAttribution & {
  base: Pick<ComparedRun, "id" | "name">;
  candidate: Pick<ComparedRun, "id" | "name">;
};

export type NamedEffect = MemoryEffect & { alikeNamed: NamedMemory[]; rivalNamed: NamedMemory | null };

type Effects = ReadonlyMap<string, MemoryEffect>;
const keepEffects = cacheByRevision<Effects>(1, ...effectSources);

/**
 * The effect of every memory that a run was shown, by memory: each run with memory against its newest zero-shot run. A
 * memory of several runs has the effect in the newest. Memories always shown together have one row between them.
 * Kept until one of the tables it reads is written to, for every map of a page asks for it.
 */
export async function listMemoryEffects(db: Db): Promise<Effects> {
  return (await effectsByRevision(db)).effects;
}

/** The same, with the revision of the tables they were computed from. */
export async function effectsByRevision(db: Db): Promise<{ revision: string; effects: Effects }> {
  const revision = await getRevision(db, ...effectSources);
  return { revision, effects: await keepEffects(db, null, () => computeEffects(db)) };
}

async function computeEffects(db: Db): Promise<Effects> {
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

async function effectsOfRun(db: Db, runId: string): Promise<[string, MemoryEffect][]> {
  const pair = await latestPair(db, { candidate: runId });
  const compared = pair && (await getComparedTasks(db, pair));
  if (!compared) return [];
  const { base, candidate, tasks } = compared;
  const { rows } = await judgeShownMemories(db, runId, tasks);
  return rows.flatMap((row) =>
    [row.memoryId, ...row.alike].map((memoryId, _, all): [string, MemoryEffect] => [
      memoryId,
      { ...row, memoryId, alike: all.filter((other) => other !== memoryId), base, candidate },
    ]),
  );
}

/** How many memories of the pool are said to be what, each by its newest run. */
export async function summarizeEffects(db: Db): Promise<AttributionSummary> {
  const effects = await listMemoryEffects(db);
  return summarizeAttribution([...effects.values()].map((effect) => ({ ...effect, alike: [] })));
}

/** What is said of one memory, with the titles of those it can't be told from; null where no run tells. */
export async function getMemoryEffect(db: Db, memoryId: string): Promise<NamedEffect | null> {
  const effect = (await listMemoryEffects(db)).get(memoryId);
  if (!effect) return null;
  const titles = await listTitles(db, [...effect.alike, ...(effect.rival === null ? [] : [effect.rival])]);
  const named = (id: string) => ({ id, title: titles.get(id) ?? id });
  return {
    ...effect,
    alikeNamed: effect.alike.map(named),
    rivalNamed: effect.rival === null ? null : named(effect.rival),
  };
}
