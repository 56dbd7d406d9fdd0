// Entry of the worker process: takes jobs off the queue until told to stop.

import { getDb } from "#lib/db/client.ts";
import { connectionConfig } from "#lib/db/connection.ts";
import { readEnv } from "#lib/env.ts";
import { messageOf } from "#lib/jobs/message-of.ts";
import { openQueue } from "#lib/jobs/queue.ts";
import { recordCrash } from "#lib/jobs/requeue-jobs.ts";
import { sendHeartbeats } from "#lib/shared/send-heartbeats.ts";
import { lowerPriority, preferAsOomVictim } from "./lower-priority.ts";
import { startWorker } from "./worker.ts";

const noteWithinMs = 3000;

lowerPriority();
preferAsOomVictim();
const db = getDb();
let crashed = false;
// What no job can catch ends the process; the job's row shall say why. One such error often brings others along, which
// must not end it before that is written.
process.on("uncaughtException", (error) => {
  console.error(error);
  if (crashed) return;
  crashed = true;
  setTimeout(() => process.exit(1), noteWithinMs);
  void recordCrash(db, messageOf(error)).finally(() => process.exit(1));
});
const queue = await openQueue(connectionConfig());
// One machine has the embedded database: a holder that calls itself otherwise was a container that is no more.
const worker = await (readEnv().databaseUrl ? startWorker(db, queue) : startWorker(db, queue, 0));
process.send?.({ ready: true });
sendHeartbeats();

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await worker.stop();
  await db.$disconnect();
  process.exit(0);
}
process.on("SIGINT", () => void stop());
process.on("SIGTERM", () => void stop());
process.on("disconnect", () => void stop());
