import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/db/client.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { lockQueuedEmbedding } from "#lib/jobs/jobs-sql.ts";

/**
 * Asks for the re-embedding of what is stale. One job embeds everything that waits, so a job that is
 * queued already is enough; its row is locked, so that it cannot start before this transaction ends.
 * @returns id of the job that will do it
 */
export async function requestEmbedding(tx: Db, actor: Actor): Promise<string> {
  return (await lockQueuedEmbedding(tx)) ?? enqueueJob(tx, { kind: "embed", input: {}, actor });
}
