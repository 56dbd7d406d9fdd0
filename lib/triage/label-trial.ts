import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { type LabelInput, labelInput, type WithdrawInput, withdrawInput } from "./schema.ts";

/**
 * Says why the task of a trial was lost, or what helped. A new label replaces one's own last, which stays readable;
 * others' labels are not touched. Leaves an audit row.
 */
export async function labelTrial(
  db: RootDb,
  input: LabelInput,
  actor: Actor,
): Promise<Result<{ id: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(labelInput, input);
  if (!parsed.ok) return parsed;
  const { trialId, kind, label, note } = parsed.value;
  return inTransaction(db, async (tx) => {
    const trial = await tx.trial.findUnique({ where: { id: trialId }, select: { id: true } });
    if (!trial) return err("not_found", "This trial does not exist. Reload the page.");
    const { id } = await tx.reviewLabel.create({
      data: { trialId, kind, label, note: note || null, actor: actor.name },
    });
    const detail = { trialId, kind, label, note: note || null };
    await tx.auditEvent.create({
      data: { actor: actor.name, action: "triage.label", subjectId: id, detail },
    });
    return ok({ id });
  });
}

/** Takes back a label of one's own: the one before it counts again. Leaves an audit row. */
export async function withdrawLabel(
  db: RootDb,
  input: WithdrawInput,
  actor: Actor,
): Promise<Result<{ id: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(withdrawInput, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return inTransaction(db, async (tx) => {
    const { count } = await tx.reviewLabel.updateMany({
      where: { id, actor: actor.name, withdrawnAt: null, kind: { not: null } },
      data: { withdrawnAt: new Date() },
    });
    if (count === 0) return err("not_found", "This is not a label of yours, or it was taken back already.");
    await tx.auditEvent.create({ data: { actor: actor.name, action: "triage.withdraw", subjectId: id } });
    return ok({ id });
  });
}
