import type { PgBoss } from "pg-boss";
import type { RootDb } from "#lib/db/client.ts";
import { mergeDataChanges } from "#lib/db/data-revision.ts";
import type { JobKind } from "#lib/jobs/kinds.ts";
import { type JobMessage, queueNames, sendMessage } from "#lib/jobs/queue.ts";
import { listAbandonedJobs, runJob } from "#lib/jobs/run-job.ts";
import { queueDailyMeasurement } from "#lib/projections/measure-daily.ts";
import { handlerOf } from "./handlers.ts";

const pollSeconds = 0.5;
const silentForMs = 15_000;
const hourMs = 3_600_000;

/** Takes jobs off the queues one at a time each, brings back those of a worker that died, measures once a day. */
export async function startWorker(db: RootDb, queue: PgBoss): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController();
  queue.on("error", (error) => console.error(`Queue: ${error.message}`));
  await requeueAbandoned(db, 0);
  const watch = setInterval(() => {
    requeueAbandoned(db, silentForMs).catch((error) => console.error(`Abandoned jobs: ${error.message}`));
  }, silentForMs);
  const tidy = async () => {
    await queueDailyMeasurement(db).catch((error) => console.error(`Daily measurement: ${error.message}`));
    await mergeDataChanges(db).catch((error) => console.error(`Merging noted writes: ${error.message}`));
  };
  await tidy();
  const hourly = setInterval(tidy, hourMs);
  for (const name of queueNames) {
    const options = { pollingIntervalSeconds: pollSeconds, includeMetadata: true } as const;
    await queue.work<JobMessage, void, typeof options>(name, options, async (messages) => {
      for (const message of messages) {
        const lastTry = message.retryCount >= message.retryLimit;
        await runJob(db, message.data.jobId, handlerOf, { stop: stopping.signal, lastTry });
      }
    });
  }
  return {
    stop: async () => {
      clearInterval(watch);
      clearInterval(hourly);
      stopping.abort(new Error("The worker is stopping"));
      await queue.stop({ graceful: true, timeout: 5000 });
    },
  };
}

/** There is one worker per database: at its start, every running job is one that its forerunner left. */
async function requeueAbandoned(db: RootDb, silentFor: number): Promise<void> {
  for (const id of await listAbandonedJobs(db, silentFor)) {
    await db.$transaction(async (tx) => {
      const [job] = await tx.job.updateManyAndReturn({
        where: { id, state: "running" },
        data: { state: "queued", startedAt: null },
      });
      if (job) await sendMessage(tx, job.kind as JobKind, id);
    });
  }
}
