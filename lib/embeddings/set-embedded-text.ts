import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { embeddedTextKey, embeddedTextSetting } from "#lib/memories/embedded-text.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

/**
 * Changes which text of each type is embedded. Every vector becomes stale and a job embeds anew; where the text comes
 * out the same, the vector is kept.
 * @param input partial `EmbeddedTextSetting`; what is left out goes back to its default
 */
export async function setEmbeddedText(
  db: RootDb,
  input: unknown,
  actor: Actor,
): Promise<Result<{ jobId: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = embeddedTextSetting.safeParse(input);
  if (!parsed.success)
    return err("invalid", parsed.error.issues[0]?.message ?? "Choose one text for each type.");
  const value = parsed.data;
  return inTransaction(db, async (tx) => {
    const updatedAt = new Date();
    await tx.setting.upsert({
      where: { key: embeddedTextKey },
      create: { key: embeddedTextKey, value },
      update: { value, updatedAt },
    });
    await tx.embedding.updateMany({ data: { stale: true } });
    await tx.auditEvent.create({
      data: { actor: actor.name, action: "setting.update", subjectId: embeddedTextKey, detail: value },
    });
    return ok({ jobId: await enqueueJob(tx, { kind: "embed", input: { refresh: true }, actor }) });
  });
}
