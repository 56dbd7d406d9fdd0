import type { Db } from "#lib/db/client.ts";
import type { MemoryScope } from "#lib/db/generated/client.ts";
import { contentHashOf } from "#lib/memories/record.ts";
import { listChangedScopes, moveByIds } from "./settings-sql.ts";

/** What the revisions say of a move. */
type MoveNote = { kind: "edit" | "undo"; actor: string; reason?: string; batchId?: string };

const pageSize = 500;

/**
 * Gives the memories of one benchmark to another, each with a revision. Call inside a transaction.
 * @param which with `batchId` only those that this batch moved before
 * @returns how many
 */
export async function moveMemories(
  tx: Db,
  { from, to, batchId }: { from: string; to: string; batchId?: string },
  { kind, actor, reason, batchId: own }: MoveNote,
): Promise<number> {
  const where = { benchmarkName: from, ...(batchId ? { revisions: { some: { batchId } } } : {}) };
  for (let moved = 0; ; ) {
    const page = await tx.memory.findMany({ where, orderBy: { id: "asc" }, take: pageSize });
    if (page.length === 0) return moved;
    const ids = page.map((memory) => memory.id);
    const hashes = page.map((memory) => contentHashOf({ ...memory, benchmarkName: to }));
    await moveByIds(tx, ids, hashes, to);
    await tx.revision.createMany({
      data: page.map((memory) => ({
        kind,
        actor,
        reason: reason ?? null,
        batchId: own ?? null,
        memoryId: memory.id,
        version: memory.version + 1,
        changedFields: ["benchmarkName"],
        before: { benchmarkName: from },
        after: { benchmarkName: to },
      })),
    });
    moved += page.length;
  }
}

/** What `moveTasks` did, as `restoreTasks` takes it back. */
export type MovedTasks = {
  /** Tasks that changed their benchmark. */
  renamed: string[];
  /** Tasks that the other benchmark had too: their trials went there, and they stay behind empty. */
  joined: string[];
  trials: { id: string; taskId: string; attempt: number }[];
};

/** Gives the tasks of one benchmark to another; the trials of a task that is there already join it. */
export async function moveTasks(tx: Db, from: string, to: string): Promise<MovedTasks> {
  const select = { id: true, name: true, checksum: true } as const;
  const tasks = await tx.task.findMany({ where: { benchmarkName: from }, select });
  const there = await tx.task.findMany({ where: { benchmarkName: to }, select });
  const idOf = new Map(there.map((task) => [keyOf(task), task.id]));
  const renamed = tasks.filter((task) => !idOf.has(keyOf(task))).map((task) => task.id);
  await tx.task.updateMany({ where: { id: { in: renamed } }, data: { benchmarkName: to } });
  const trials: MovedTasks["trials"] = [];
  const joined: string[] = [];
  for (const task of tasks) {
    const target = idOf.get(keyOf(task));
    if (target === undefined) continue;
    joined.push(task.id);
    trials.push(...(await joinTrials(tx, task.id, target)));
  }
  return { renamed, joined, trials };
}

export async function restoreTasks(tx: Db, { renamed, trials }: MovedTasks, to: string): Promise<void> {
  await tx.task.updateMany({ where: { id: { in: renamed } }, data: { benchmarkName: to } });
  for (const { id, ...data } of trials) await tx.trial.updateMany({ where: { id }, data });
}

/** An attempt that the run has at the task already gets the next free number. */
async function joinTrials(tx: Db, from: string, to: string): Promise<MovedTasks["trials"]> {
  const select = { id: true, runId: true, taskId: true, attempt: true } as const;
  const all = await tx.trial.findMany({
    where: { taskId: { in: [from, to] } },
    orderBy: [{ attempt: "asc" }, { id: "asc" }],
    select,
  });
  const moving = all.filter((trial) => trial.taskId === from);
  const taken = new Set(all.filter((trial) => trial.taskId === to).map((t) => `${t.runId} ${t.attempt}`));
  for (const { id, runId, attempt } of moving) {
    let free = attempt;
    while (taken.has(`${runId} ${free}`)) free += 1;
    taken.add(`${runId} ${free}`);
    await tx.trial.update({ where: { id }, data: { taskId: to, attempt: free } });
  }
  return moving.map(({ id, taskId, attempt }) => ({ id, taskId, attempt }));
}

function keyOf({ name, checksum }: { name: string; checksum: string }): string {
  return JSON.stringify([name, checksum]);
}

/**
 * Says anew of the runs that touch some benchmarks whether their memories came from the benchmark they worked on, as
 * their retrievals show. @returns the scopes that runs had before, where they changed
 */
export async function recomputeRunScopes(
  tx: Db,
  names: readonly string[],
): Promise<{ id: string; scope: MemoryScope }[]> {
  const changed = await listChangedScopes(tx, names);
  for (const { id, now } of changed) await tx.run.update({ where: { id }, data: { scope: now } });
  return changed.map(({ id, scope }) => ({ id, scope }));
}
