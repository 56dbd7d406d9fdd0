import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { ok, type Result } from "#lib/shared/result.ts";
import { lockPendingGeneration } from "./lock-generation.ts";
import { type RejectInput, rejectInput } from "./schema.ts";

/** Turns a draft down, with a reason. The pool stays as it is; the draft stays readable. */
export async function rejectGeneration(
  db: RootDb,
  input: RejectInput,
  actor: Actor,
): Promise<Result<{ id: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(rejectInput, input);
  if (!parsed.ok) return parsed;
  const { id, reason } = parsed.value;
  return inTransaction(db, async (tx) => {
    const generation = await lockPendingGeneration(tx, id);
    if (!generation.ok) return generation;
    await tx.generation.update({ where: { id }, data: { state: "rejected", decidedAt: new Date() } });
    await tx.auditEvent.create({
      data: { actor: actor.name, action: "generation.reject", subjectId: id, detail: { reason } },
    });
    return ok({ id });
  });
}
