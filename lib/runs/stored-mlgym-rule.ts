import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { type Db, inTransaction, type RootDb } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import {
  defaultMlgymRule,
  type MlgymRule,
  mlgymRuleKey,
  mlgymRuleText,
  parseMlgymRule,
} from "./mlgym-rule.ts";

/** The rule as stored, or the default. */
export async function getMlgymRule(db: Db): Promise<MlgymRule> {
  const row = await db.setting.findUnique({ where: { key: mlgymRuleKey } });
  if (row === null) return defaultMlgymRule;
  const parsed = parseMlgymRule(String(row.value));
  if (!parsed.ok) throw new Error(`The setting ${mlgymRuleKey} can't be read: ${parsed.error.message}`);
  return parsed.value;
}

/**
 * Changes what score of MLGym passes. Outcomes that are stored stay until their runs are imported again.
 * @param text see `parseMlgymRule`; an empty one is the default
 * @returns the rule as stored; "invalid" naming the part that can't be read
 */
export async function setMlgymRule(db: RootDb, text: unknown, actor: Actor): Promise<Result<string>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  if (typeof text !== "string") return err("invalid", "Give the rule as a text.");
  const parsed = parseMlgymRule(text);
  if (!parsed.ok) return parsed;
  const value = mlgymRuleText(parsed.value);
  return inTransaction(db, async (tx) => {
    const updatedAt = new Date();
    await tx.setting.upsert({
      where: { key: mlgymRuleKey },
      create: { key: mlgymRuleKey, value },
      update: { value, updatedAt },
    });
    await tx.auditEvent.create({
      data: { actor: actor.name, action: "setting.update", subjectId: mlgymRuleKey, detail: { rule: value } },
    });
    return ok(value);
  });
}
