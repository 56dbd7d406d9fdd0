import type { RootDb } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Result } from "#lib/shared/result.ts";
import type { JobContext, JobHandler } from "./context.ts";

const flushMs = 400;

/**
 * Claims a queued job and runs it to its end. Does nothing when somebody else has it or it is done,
 * so a message delivered twice is harmless.
 * @param stop aborted when the worker stops: the job goes back to the queue
 * @param lastTry whether a thrown error ends the job instead of leaving it for a retry
 * @throws what the handler threw, when it is to be retried
 */
export async function runJob(
  db: RootDb,
  jobId: string,
  handlerOf: (kind: string) => JobHandler | undefined,
  options: { stop: AbortSignal; lastTry: boolean },
): Promise<void> {
  const now = new Date();
  const claimed = await db.job.updateManyAndReturn({
    where: { id: jobId, state: "queued" },
    data: { state: "running", startedAt: now, updatedAt: now, progress: 0, error: null },
  });
  const job = claimed[0];
  if (!job) return;
  const cancel = new AbortController();
  const signal = AbortSignal.any([cancel.signal, options.stop]);
  const reporter = startReporter(db, jobId, cancel);
  const context: JobContext = {
    jobId,
    actor: { name: job.actor, role: "editor" },
    signal,
    progress: reporter.progress,
  };
  try {
    const handler = handlerOf(job.kind);
    if (!handler) throw new Error(`No handler for jobs of kind ${job.kind}`);
    if (job.cancelRequested) cancel.abort(new Error("cancelled"));
    signal.throwIfAborted();
    const outcome = await handler(db, job.input, context);
    await reporter.stop();
    await finish(db, jobId, outcome);
  } catch (error) {
    await reporter.stop();
    if (cancel.signal.aborted) await end(db, jobId, { state: "cancelled" });
    else if (options.stop.aborted || !options.lastTry) {
      await db.job.update({ where: { id: jobId }, data: { state: "queued", startedAt: null } });
      throw error;
    } else await end(db, jobId, { state: "failed", error: messageOf(error) });
  }
}

/** Writes progress at most every `flushMs` and, on the same beat, looks whether to cancel. */
function startReporter(db: RootDb, jobId: string, cancel: AbortController) {
  let latest: { progress: number; stage: string } | undefined;
  let writing: Promise<void> = Promise.resolve();
  async function beat(): Promise<void> {
    const row = await db.job.update({
      where: { id: jobId },
      data: { ...latest, updatedAt: new Date() },
      select: { cancelRequested: true },
    });
    if (row.cancelRequested) cancel.abort(new Error("cancelled"));
  }
  const timer = setInterval(() => {
    writing = writing
      .then(beat)
      .catch((error) => console.error(`Progress of job ${jobId}: ${messageOf(error)}`));
  }, flushMs);
  return {
    progress: (share: number, stage: string) => {
      latest = { progress: Math.min(1, Math.max(0, share)), stage };
    },
    stop: async () => {
      clearInterval(timer);
      await writing;
    },
  };
}

async function finish(db: RootDb, jobId: string, outcome: Result<Prisma.InputJsonValue>): Promise<void> {
  if (outcome.ok) await end(db, jobId, { state: "succeeded", progress: 1, result: outcome.value });
  else if (outcome.error.code === "cancelled") await end(db, jobId, { state: "cancelled" });
  else await end(db, jobId, { state: "failed", error: outcome.error.message });
}

async function end(db: RootDb, jobId: string, data: Prisma.JobUpdateInput): Promise<void> {
  const now = new Date();
  await db.job.update({ where: { id: jobId }, data: { ...data, finishedAt: now, updatedAt: now } });
}

/** The first line only: a failed query prints its parameters, thousands of numbers each. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split("\n").filter((line) => line.trim());
  return (lines.at(-1) ?? "Unknown error").slice(0, 500);
}

/** Gives jobs of a worker that died back to the queue: running, but without a sign of life. */
export async function listAbandonedJobs(db: RootDb, silentForMs: number): Promise<string[]> {
  const rows = await db.job.findMany({
    where: { state: "running", updatedAt: { lt: new Date(Date.now() - silentForMs) } },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
