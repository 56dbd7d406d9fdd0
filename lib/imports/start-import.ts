import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { type ImportRequest, importRequest } from "./schema.ts";

/** Queues an import or its dry run. @returns the job to follow; "invalid" with fields for the form */
export async function startImport(
  db: RootDb,
  input: ImportRequest,
  actor: Actor,
): Promise<Result<{ jobId: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = importRequest.safeParse(input);
  if (!parsed.success) {
    const { fieldErrors } = z.flattenError(parsed.error);
    const message = parsed.error.issues[0]?.message ?? "Check what you typed.";
    return err("invalid", message, fieldErrors as Record<string, string[]>);
  }
  return ok({ jobId: await enqueueJob(db, { kind: "import", input: parsed.data, actor }) });
}
