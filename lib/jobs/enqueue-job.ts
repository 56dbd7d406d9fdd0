import type { Actor } from "#lib/access/actor.ts";
import { type Db, inTransaction } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { JobKind } from "./kinds.ts";
import { sendMessage } from "./queue.ts";

export type JobRequest = { kind: JobKind; input: Prisma.InputJsonValue; actor: Actor };

/**
 * Writes a job row and its queue message in one transaction (the caller's, where there is one).
 * @returns id of the job, to follow at /jobs/<id>
 */
export function enqueueJob(db: Db, request: JobRequest): Promise<string> {
  return inTransaction(db, async (tx) => {
    const job = await tx.job.create({
      data: { kind: request.kind, input: request.input, actor: request.actor.name },
      select: { id: true },
    });
    await sendMessage(tx, request.kind, job.id);
    return job.id;
  });
}
