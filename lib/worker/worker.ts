import type { PgBoss } from "pg-boss";
import { queueDailyMeasurement } from "#lib/abstraction/measure-daily.ts";
import type { RootDb } from "#lib/db/client.ts";
import { mergeDataChanges } from "#lib/db/data-revision.ts";
import { messageOf } from "#lib/jobs/message-of.ts";
import { type JobMessage, queueNames } from "#lib/jobs/queue.ts";
import { leaseMs, requeueAbandoned, resendMessages } from "#lib/jobs/requeue-jobs.ts";
import { runJob } from "#lib/jobs/run-job.ts";
import { createThrottledLog } from "#lib/shared/throttled-log.ts";
import { handlerOf } from "./handlers.ts";

const pollSeconds = 0.5;
const watchEveryMs = 15_000;
const hourMs = 3_600_000;

/** Takes jobs off the queues one at a time each, brings back those of a worker that died, measures once a day. */
export async function startWorker(
  db: RootDb,
  queue: PgBoss,
  /** How long the holder of a job on another machine may be silent, in ms. */
  lease = leaseMs,
): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController();
  const tell = createThrottledLog();
  // The name of the queue and of its reader, which pg-boss appends, tell a person nothing.
  queue.on("error", (error) => tell(`Queue: ${error.message.replace(/ \(Queue: .*/, "")}`));
  await requeueAbandoned(db, { lease });
  await resendMessages(db);
  const watch = setInterval(() => {
    requeueAbandoned(db, { lease }).catch((error) => tell(`Abandoned jobs: ${messageOf(error)}`));
  }, watchEveryMs);
  const tidy = async () => {
    await queueDailyMeasurement(db).catch((error) => tell(`Daily measurement: ${messageOf(error)}`));
    await mergeDataChanges(db).catch((error) => console.error(`Merging noted writes: ${error.message}`));
  };
  await tidy();
  const hourly = setInterval(tidy, hourMs);
  for (const name of queueNames) {
    await queue.work<JobMessage>(name, { pollingIntervalSeconds: pollSeconds }, async (messages) => {
      for (const { data } of messages) {
        await runJob(db, data.jobId, handlerOf, { stop: stopping.signal, lastTry: false });
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
