import { setTimeout as sleep } from "node:timers/promises";
import type { RootDb } from "#lib/db/client.ts";
import type { JobKind } from "#lib/jobs/kinds.ts";
import { getJob, listUnfinishedJobs } from "#lib/jobs/queries.ts";
import { requeueAbandoned } from "#lib/jobs/requeue-jobs.ts";
import { runJob } from "#lib/jobs/run-job.ts";
import type { JobView } from "#lib/jobs/view.ts";
import { handlerOf } from "#lib/worker/handlers.ts";

export type FinishOptions = {
  /** No worker runs: jobs that look as if they ran were left by one that died. */
  isOwner: boolean;
  signal: AbortSignal;
  progress: (share: number, stage: string) => void;
};

const pollMs = 300;

/**
 * Does the waiting jobs of some kinds here and now, also those that they ask for, or waits for the
 * worker that has them. A command that answers from vectors must not answer from old ones.
 */
export async function finishJobs(
  db: RootDb,
  kinds: readonly JobKind[],
  options: FinishOptions,
): Promise<void> {
  for (;;) {
    const unfinished = await listUnfinishedJobs(db);
    const next = unfinished.find((job) => kinds.includes(job.kind as JobKind));
    if (!next) return;
    await finishJob(db, next.id, options);
  }
}

/** Runs one job, or follows it while a worker runs it. */
async function finishJob(
  db: RootDb,
  id: string,
  { isOwner, signal, progress }: FinishOptions,
): Promise<JobView | null> {
  await requeueAbandoned(db, { alone: isOwner });
  const work = runJob(db, id, handlerOf, { stop: signal, lastTry: true });
  let done = false;
  void work
    .catch(() => undefined)
    .finally(() => {
      done = true;
    });
  for (;;) {
    const job = await getJob(db, id);
    if (job) progress(job.progress, `${job.title}${job.stage ? `: ${job.stage}` : ""}`);
    if (!job || (job.state !== "queued" && job.state !== "running")) {
      await work;
      return job;
    }
    signal.throwIfAborted();
    if (done) await work;
    await sleep(pollMs);
  }
}
