import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { type Db, inTransaction, type RootDb } from "#lib/db/client.ts";
import { ok, type Result } from "#lib/shared/result.ts";

const key = "imports.keepOriginals";

/** Whether imports keep the files that told of trials; they do unless somebody has switched it off. */
export async function keepsOriginals(db: Db): Promise<boolean> {
  return (await db.setting.findUnique({ where: { key } }))?.value !== false;
}

/** Switches it on or off for later imports, with an audit row. What is kept stays until its run is deleted. */
export async function setKeepOriginals(
  db: RootDb,
  keep: unknown,
  actor: Actor,
): Promise<Result<{ keep: boolean }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const value = keep === true;
  return inTransaction(db, async (tx) => {
    const update = { value, updatedAt: new Date() };
    await tx.setting.upsert({ where: { key }, create: { key, value }, update });
    await tx.auditEvent.create({
      data: { actor: actor.name, action: "setting.update", subjectId: key, detail: { value } },
    });
    return ok({ keep: value });
  });
}
