import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { type Db, inTransaction, type RootDb } from "#lib/db/client.ts";
import type { Generation, Memory } from "#lib/db/generated/client.ts";
import { parseContent } from "#lib/memories/content.ts";
import { lockMemories } from "#lib/memories/memories-sql.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { createMemory } from "#lib/memories/record.ts";
import { requestEmbedding } from "#lib/memories/verbs/request-embedding.ts";
import { reviseContent } from "#lib/memories/verbs/revise-content.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { findSource } from "./find-source.ts";
import { lockPendingGeneration } from "./lock-generation.ts";
import { type AcceptInput, acceptInput, storedPrompt } from "./schema.ts";

/** Written as the generator of a trajectory memory: no model has touched it. */
const noModel = "none (cut from the trial)";

/**
 * Takes a draft into the pool: a revision of the memory it replaces, or a new active memory. The embedding that this
 * makes stale is queued in the same transaction.
 * @returns "conflict" when the draft was decided already, or the memory changed since it was compared
 */
export async function acceptGeneration(
  db: RootDb,
  input: AcceptInput,
  actor: Actor,
): Promise<Result<{ memoryId: string; version: number }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(acceptInput, input);
  if (!parsed.ok) return parsed;
  const { id, expectedVersion, asNew, reason } = parsed.value;
  return inTransaction(db, async (tx) => {
    const generation = await lockPendingGeneration(tx, id);
    if (!generation.ok) return generation;
    const { memoryId, baseVersion } = generation.value;
    const written =
      memoryId && !asNew
        ? await replace(tx, generation.value, memoryId, expectedVersion ?? baseVersion, reason, actor)
        : await add(tx, generation.value, reason, actor);
    if (!written.ok) return written;
    const memory = written.value;
    await tx.generation.update({
      where: { id },
      data: { state: "accepted", decidedAt: new Date(), memoryId: memory.id },
    });
    await tx.auditEvent.create({
      data: {
        actor: actor.name,
        action: "generation.accept",
        subjectId: id,
        detail: { memoryId: memory.id, version: memory.version, reason: reason ?? null },
      },
    });
    return ok({ memoryId: memory.id, version: memory.version });
  });
}

async function replace(
  tx: Db,
  generation: Generation,
  memoryId: string,
  expectedVersion: number | null,
  reason: string | undefined,
  actor: Actor,
): Promise<Result<Memory>> {
  await lockMemories(tx, [memoryId]);
  const memory = await tx.memory.findUnique({ where: { id: memoryId } });
  if (!memory) return err("conflict", "The memory is gone. Reload, then accept the draft as a new memory.");
  if (memory.version !== expectedVersion) {
    return err(
      "conflict",
      `The memory is at revision ${memory.version} now; the draft was compared with revision ${expectedVersion}. Reload and compare again.`,
    );
  }
  const { content } = parseContent(generation.type, generation.content);
  const { polarity } = storedPrompt.parse(generation.prompt);
  const change = { content, outcome: polarity, generator: generatorOf(generation) };
  const note = { kind: "regenerate" as const, reason };
  const [revised] = await reviseContent(tx, [{ memory, change }], note, actor);
  return ok(revised ?? memory);
}

async function add(
  tx: Db,
  generation: Generation,
  reason: string | undefined,
  actor: Actor,
): Promise<Result<Memory>> {
  const { source, polarity } = storedPrompt.parse(generation.prompt);
  const found = await findSource(
    tx,
    source.kind === "trial" ? { trialId: source.id } : { memoryId: source.id },
  );
  if (!found.ok) return found;
  const { benchmark, taskName, task, trialId, model, synthetic } = found.value;
  const draft = {
    ...parseContent(generation.type, generation.content),
    benchmarkName: benchmark,
    taskName,
    task,
    outcome: polarity,
    generator: generatorOf(generation),
    sourceModel: model,
    sourceFormat: "generated",
    sourceTrialId: trialId,
    importKey: `generated:${generation.id}`,
    synthetic,
  };
  const memory = await createMemory(tx, draft, { kind: "regenerate", actor: actor.name, reason });
  await requestEmbedding(tx, actor);
  return ok(memory);
}

function generatorOf({ type, model }: Generation): string {
  return type === "trajectory" ? noModel : (model ?? "unknown");
}
