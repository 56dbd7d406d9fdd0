import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { Db } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

/**
 * Asks a job to stop: a queued one is canceled at once, a running one at its next step. What it has
 * written in finished chunks stays.
 */
export async function cancelJob(db: Db, jobId: string, actor: Actor): Promise<Result<{ id: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const now = new Date();
  const queued = await db.job.updateMany({
    where: { id: jobId, state: "queued" },
    data: { state: "canceled", finishedAt: now, updatedAt: now },
  });
  if (queued.count > 0) return ok({ id: jobId });
  const running = await db.job.updateMany({
    where: { id: jobId, state: "running" },
    data: { cancelRequested: true },
  });
  if (running.count > 0) return ok({ id: jobId });
  const job = await db.job.findUnique({ where: { id: jobId }, select: { state: true } });
  return job
    ? err("conflict", `The job is already ${job.state}; there is nothing to cancel.`)
    : err("not_found", "This job does not exist.");
}
