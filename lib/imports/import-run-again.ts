import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import { err, type Result } from "#lib/shared/result.ts";
import type { ImportRequest } from "./schema.ts";
import { startImport } from "./start-import.ts";

/**
 * Queues the import that a run came from once more: finishes one that was cut off, and takes in what its folder has
 * gained since. @returns the job; "not_found" where it is unknown what was imported
 */
export async function importRunAgain(
  db: RootDb,
  runId: string,
  actor: Actor,
): Promise<Result<{ jobId: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const run = await db.run.findUnique({ where: { id: runId }, select: { importRequest: true } });
  if (!run?.importRequest)
    return err("not_found", "What was imported is not on record. Choose the files again on the Import page.");
  return startImport(db, { ...(run.importRequest as ImportRequest), dryRun: false }, actor);
}
