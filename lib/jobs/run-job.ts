import type { RootDb } from "#lib/db/client.ts";
import type { Job, Prisma } from "#lib/db/generated/client.ts";
import type { Result } from "#lib/shared/result.ts";
import { type Claim, ClaimLost, claimedJobWhere, claimJob, maxTries, releaseClaim } from "./claim.ts";
import type { JobContext, JobHandler } from "./context.ts";
import { guardWrites } from "./guard-writes.ts";
import { messageOf } from "./message-of.ts";
import { startReporter } from "./reporter.ts";
import { releaseJob } from "./requeue-jobs.ts";

export type RunOptions = {
  /** Aborted when the worker stops: the job goes back to the queue. */
  stop: AbortSignal;
  /** Whether a thrown error ends the job even where it was not tried often. */
  lastTry: boolean;
};

/**
 * Claims a queued job and runs it to its end. Does nothing when somebody else has it or it is done,
 * so a message delivered twice is harmless. A thrown error puts the job back on the queue until it was tried
 * `maxTries` times. Should somebody else take the job over meanwhile, this go writes nothing more.
 */
export async function runJob(
  db: RootDb,
  jobId: string,
  handlerOf: (kind: string) => JobHandler | undefined,
  options: RunOptions,
): Promise<void> {
  const claimed = await claimJob(db, jobId);
  if (!claimed) return;
  try {
    await work(db, claimed.job, claimed.claim, handlerOf(claimed.job.kind), options);
  } catch (error) {
    if (!(error instanceof ClaimLost)) throw error;
    console.error(`Job ${jobId}: ${error.message}; this one stops.`);
  } finally {
    releaseClaim(claimed.claim);
  }
}

async function work(
  db: RootDb,
  job: Job,
  claim: Claim,
  handler: JobHandler | undefined,
  { stop, lastTry }: RunOptions,
): Promise<void> {
  const ending = new AbortController();
  const reporter = startReporter(db, claim, ending);
  const signal = AbortSignal.any([ending.signal, stop]);
  const { progress } = reporter;
  const context: JobContext = { jobId: job.id, actor: { name: job.actor, role: "editor" }, signal, progress };
  try {
    if (!handler) throw new Error(`No handler for jobs of kind ${job.kind}`);
    if (job.cancelRequested) ending.abort(new Error("canceled"));
    signal.throwIfAborted();
    const outcome = await handler(guardWrites(db, claim), job.input, context);
    await reporter.stop();
    await finish(db, claim, outcome);
  } catch (error) {
    await reporter.stop();
    if (error instanceof ClaimLost || ending.signal.reason instanceof ClaimLost) throw new ClaimLost();
    if (ending.signal.aborted) await end(db, claim, { state: "canceled" });
    else if (stop.aborted) await releaseJob(db, job, claim, "stopped");
    else if (lastTry || job.tries >= maxTries)
      await end(db, claim, { state: "failed", error: messageOf(error) });
    else {
      console.error(`Job ${job.id} (${job.kind}), try ${job.tries} of ${maxTries}: ${messageOf(error)}`);
      await releaseJob(db, job, claim, "failed");
    }
  }
}

async function finish(db: RootDb, claim: Claim, outcome: Result<Prisma.InputJsonValue>): Promise<void> {
  if (outcome.ok) await end(db, claim, { state: "succeeded", progress: 1, result: outcome.value });
  else if (outcome.error.code === "canceled") await end(db, claim, { state: "canceled" });
  else await end(db, claim, { state: "failed", error: outcome.error.message });
}

async function end(db: RootDb, claim: Claim, data: Prisma.JobUpdateManyMutationInput): Promise<void> {
  const now = new Date();
  const { count } = await db.job.updateMany({
    where: claimedJobWhere(claim),
    data: { ...data, finishedAt: now, updatedAt: now },
  });
  if (count === 0) throw new ClaimLost();
}
