import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { type Db, inTransaction } from "#lib/db/client.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { ok, type Result } from "#lib/shared/result.ts";

/** The demo job that waits or runs, or null. */
export async function getActiveDemoJob(db: Db): Promise<{ jobId: string } | null> {
  const job = await db.job.findFirst({
    where: { kind: "demo", state: { in: ["queued", "running"] } },
    select: { id: true },
    orderBy: { createdAt: "desc" },
  });
  return job && { jobId: job.id };
}

/**
 * Starts the job that fills the pool with the synthetic demo data; asked twice, it answers with the
 * job that is under way.
 */
export async function startDemo(db: Db, actor: Actor): Promise<Result<{ jobId: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  return inTransaction(db, async (tx) => {
    const active = await getActiveDemoJob(tx);
    return ok(active ?? { jobId: await enqueueJob(tx, { kind: "demo", input: {}, actor }) });
  });
}
