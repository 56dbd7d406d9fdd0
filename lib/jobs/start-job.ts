import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { Db } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { enqueueJob } from "./enqueue-job.ts";
import type { JobKind } from "./kinds.ts";

/**
 * Queues a job whose input a schema describes.
 * @returns its id; "forbidden" for readers, "invalid" with the fields that do not parse
 */
export async function startJob(
  db: Db,
  kind: JobKind,
  schema: z.ZodType,
  input: unknown,
  actor: Actor,
): Promise<Result<{ jobId: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? "The parameters do not parse.";
    return err("invalid", message, z.flattenError(parsed.error).fieldErrors);
  }
  // Through JSON, so that parameters left out are left out of the row too.
  const request = JSON.parse(JSON.stringify(parsed.data));
  return ok({ jobId: await enqueueJob(db, { kind, input: request, actor }) });
}
