// Entry of the worker process: takes jobs off the queue until told to stop.

import { getDb } from "#lib/db/client.ts";
import { connectionConfig } from "#lib/db/connection.ts";
import { openQueue } from "#lib/jobs/queue.ts";
import { startWorker } from "./worker.ts";
import { yieldProcessor } from "./yield-processor.ts";

yieldProcessor();
const db = getDb();
const queue = await openQueue(connectionConfig());
const worker = await startWorker(db, queue);
process.send?.({ ready: true });

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
