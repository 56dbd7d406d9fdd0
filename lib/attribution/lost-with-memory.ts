import type { Db } from "#lib/db/client.ts";
import { getComparedTasks } from "#lib/transfer/queries.ts";
import type { TaskName } from "#lib/transfer/schema.ts";
import { getMemoryEffect, type NamedEffect } from "./memory-effects.ts";

/** What is said of a memory, and the tasks it says it of; both empty where no run tells. */
export type EffectWithLosses = {
  effect: NamedEffect | null;
  /** The tasks that were lost while it was shown, by benchmark and name: as many as the effect's `lost`. */
  lost: TaskName[];
};

/** The effect of one memory in the newest run that was shown it, with the tasks lost there. */
export async function getEffectWithLosses(db: Db, memoryId: string): Promise<EffectWithLosses> {
  const effect = await getMemoryEffect(db, memoryId);
  if (!effect) return { effect: null, lost: [] };
  const { base, candidate } = effect;
  const [compared, shown] = await Promise.all([
    getComparedTasks(db, { base: base.id, candidate: candidate.id }),
    // A missing attempt tells nothing: the effect does not count it either.
    db.trial.findMany({
      where: { runId: candidate.id, outcome: { not: "missing" }, retrievals: { some: { memoryId } } },
      select: { taskId: true },
    }),
  ]);
  const shownAt = new Set(shown.map(({ taskId }) => taskId));
  const lost = (compared?.tasks ?? [])
    .filter(({ outcome, candidateTaskId }) => outcome === "lost" && shownAt.has(candidateTaskId))
    .map(({ taskId, benchmark, taskName, checksum }) => ({ taskId, benchmark, taskName, checksum }));
  return { effect, lost: lost.sort(byName) };
}

function byName(a: TaskName, b: TaskName): number {
  return a.benchmark.localeCompare(b.benchmark, "en") || a.taskName.localeCompare(b.taskName, "en");
}
