import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import { err, type Result } from "#lib/shared/result.ts";
import type { ImportRequest } from "./schema.ts";
import { startImport } from "./start-import.ts";

/**
 * Queues an import that failed or was canceled anew, with the same source and options.
 * @returns the new job; "not_found" for no import, "conflict" for one that is under way or succeeded
 */
export async function retryImport(
  db: RootDb,
  jobId: string,
  actor: Actor,
): Promise<Result<{ jobId: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const job = await db.job.findFirst({ where: { id: jobId, kind: "import" } });
  if (!job) return err("not_found", "There is no such import. Choose the files again.");
  if (job.state !== "failed" && job.state !== "canceled")
    return err("conflict", "This import did not fail: there is nothing to try again.");
  return startImport(db, job.input as ImportRequest, actor);
}
