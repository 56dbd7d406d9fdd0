import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { canonicalJson } from "#lib/shared/hash.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { lockCaseVerdict } from "./case-verdict-sql.ts";
import { storedVerdict, writeVerdict } from "./stored-verdict.ts";

const said = z.object({ verdict: z.string(), note: z.string().nullable(), actor: z.string() }).nullable();
/** What `judgeCase` and this leave in an audit row. */
const detailSchema = z.object({
  baseRunId: z.uuid(),
  candidateRunId: z.uuid(),
  caseKey: z.string(),
  memoryIds: z.array(z.uuid()),
  before: said,
  after: said,
});

/**
 * Puts back what was said of a case before one verdict. It leaves an audit row of its own, which can be undone too.
 * @returns "conflict" when the case was judged again since
 */
export async function undoVerdict(
  db: RootDb,
  input: { auditId: string },
  actor: Actor,
): Promise<Result<{ auditId: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const id = z.uuid().safeParse(input.auditId);
  return inTransaction(db, async (tx) => {
    const row = id.success ? await tx.auditEvent.findUnique({ where: { id: id.data } }) : null;
    const detail = row?.action.startsWith("case.") ? detailSchema.safeParse(row.detail) : null;
    if (!detail?.success) return err("not_found", "There is no such verdict to undo.");
    const { memoryIds, before, after, ...of } = detail.data;
    await lockCaseVerdict(tx, of);
    if (canonicalJson(await storedVerdict(tx, of)) !== canonicalJson(after)) {
      return err("conflict", "Not undone: the case was judged again since. Reload the page.");
    }
    await writeVerdict(tx, of, memoryIds, before);
    const undone = { ...of, memoryIds, before: after, after: before };
    const { id: auditId } = await tx.auditEvent.create({
      data: { actor: actor.name, action: "case.undo", subjectId: of.caseKey, detail: undone },
      select: { id: true },
    });
    return ok({ auditId });
  });
}
