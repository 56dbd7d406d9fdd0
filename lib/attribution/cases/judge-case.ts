import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { caseKey } from "./case-key.ts";
import { lockCaseVerdict } from "./case-verdict-sql.ts";
import { findCase, getRunCases } from "./run-cases.ts";
import { type JudgeInput, judgeInput } from "./schema.ts";
import { storedVerdict, writeVerdict } from "./stored-verdict.ts";

/**
 * Stores what a person says of a case, in the place of what was said before; a verdict of null withdraws it. Leaves an audit row with both, and with
 * the numbers the person saw.
 * @returns the audit row's id, for undo
 */
export async function judgeCase(
  db: RootDb,
  input: JudgeInput,
  actor: Actor,
): Promise<Result<{ auditId: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(judgeInput, input);
  if (!parsed.ok) return parsed;
  const { base, candidate, memoryId, verdict, note } = parsed.value;
  const cases = await getRunCases(db, { base, candidate });
  const found = cases && findCase(cases, memoryId);
  if (!found) return err("not_found", "There is no case of this memory in these runs. Reload the page.");
  const { memoryIds, effect, ci, q, state } = found;
  const of = { baseRunId: base, candidateRunId: candidate, caseKey: caseKey(memoryIds) };
  return inTransaction(db, async (tx) => {
    await lockCaseVerdict(tx, of);
    const before = await storedVerdict(tx, of);
    const after = verdict === null ? null : { verdict, note: note || null, actor: actor.name };
    await writeVerdict(tx, of, memoryIds, after);
    const { id: auditId } = await tx.auditEvent.create({
      data: {
        actor: actor.name,
        action: "case.judge",
        subjectId: of.caseKey,
        detail: { ...of, memoryIds, before, after, seen: { effect, ci, q, state } },
      },
      select: { id: true },
    });
    return ok({ auditId });
  });
}
