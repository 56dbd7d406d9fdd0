import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/db/client.ts";
import { startJob } from "#lib/jobs/start-job.ts";
import { abstractionParams } from "./schema.ts";

/** Queues the job that measures DBI and LISI of each type. */
export function startMeasurement(db: Db, input: unknown, actor: Actor) {
  return startJob(db, "metrics", abstractionParams, input, actor);
}
