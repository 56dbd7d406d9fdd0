import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

const idsSchema = z.array(z.uuid()).min(1).max(1000);

/**
 * Deletes runs with their trials, trajectories, retrievals and original files, and the tasks and benchmarks that nothing else is about.
 * Memories stay, also those that were born from a trial of them. Leaves an audit row for each run.
 * @returns how many runs and trials; "not_found" where none of them is there any more
 */
export async function deleteRuns(
  db: RootDb,
  ids: unknown,
  actor: Actor,
): Promise<Result<{ runs: number; trials: number }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = idsSchema.safeParse(ids);
  if (!parsed.success) return err("invalid", "Name the runs to delete by their ids.");
  return inTransaction(db, async (tx) => {
    const runs = await tx.run.findMany({
      where: { id: { in: parsed.data } },
      select: { id: true, name: true, source: true, _count: { select: { trials: true } } },
    });
    if (runs.length === 0) return err("not_found", "These runs are deleted already. Reload the page.");
    const found = runs.map(({ id }) => id);
    const ofRuns = { trials: { some: { runId: { in: found } } } };
    const tasks = await tx.task.findMany({ where: ofRuns, select: { id: true, benchmarkName: true } });
    await tx.run.deleteMany({ where: { id: { in: found } } });
    await tx.originalFile.deleteMany({ where: { trials: { none: {} } } });
    await tx.task.deleteMany({ where: { id: { in: tasks.map(({ id }) => id) }, trials: { none: {} } } });
    await tx.benchmark.deleteMany({
      where: {
        name: { in: [...new Set(tasks.map(({ benchmarkName }) => benchmarkName))] },
        tasks: { none: {} },
        memories: { none: {} },
        aliases: { none: {} },
      },
    });
    await tx.auditEvent.createMany({
      data: runs.map(({ id, name, source, _count }) => ({
        actor: actor.name,
        action: "run.delete",
        subjectId: id,
        detail: { name, source, trials: _count.trials },
      })),
    });
    return ok({ runs: runs.length, trials: runs.reduce((sum, { _count }) => sum + _count.trials, 0) });
  });
}
