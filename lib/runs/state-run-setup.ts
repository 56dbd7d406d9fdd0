import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { isUuid } from "./queries.ts";
import { type StatedSetup, statedSetupSchema } from "./run-setup.ts";

/**
 * Keeps what a person states of a run's setup; it replaces what was stated before, and outranks what was imported.
 * @param input the fields of a form as texts; an empty one states nothing
 * @returns the setup as stored; "invalid" with the fields to fix
 */
export async function stateRunSetup(
  db: RootDb,
  runId: string,
  input: unknown,
  actor: Actor,
): Promise<Result<StatedSetup>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = statedSetupSchema.safeParse(input);
  if (!parsed.success) {
    return err("invalid", "Fix the highlighted fields.", z.flattenError(parsed.error).fieldErrors);
  }
  return inTransaction(db, async (tx) => {
    const before = isUuid(runId)
      ? await tx.run.findUnique({ where: { id: runId }, select: { setup: true } })
      : null;
    if (!before) return err("not_found", "This run no longer exists.");
    await tx.run.update({ where: { id: runId }, data: { setup: parsed.data } });
    await tx.auditEvent.create({
      data: {
        actor: actor.name,
        action: "run.setup",
        subjectId: runId,
        detail: { before: before.setup, after: parsed.data },
      },
    });
    return ok(parsed.data);
  });
}
