import { setTimeout as wait } from "node:timers/promises";
import type { Db } from "#lib/db/client.ts";
import { getJob } from "./queries.ts";
import { isFinished, type JobView } from "./view.ts";

const lookEveryMs = 400;

/** Yields a job whenever it changed, at once for the first time, until it is finished or `signal` fires. */
export async function* watchJob(db: Db, jobId: string, signal: AbortSignal): AsyncGenerator<JobView> {
  let last = "";
  while (!signal.aborted) {
    const job = await getJob(db, jobId);
    if (!job) return;
    const text = JSON.stringify(job);
    if (text !== last) yield job;
    last = text;
    if (isFinished(job)) return;
    await wait(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
}
