import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { chatSettings } from "#lib/chat/chat-client.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { type Env, readEnv } from "#lib/env.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { findReplacedMemory } from "./find-replaced-memory.ts";
import { findSource } from "./find-source.ts";
import { type GenerationRequest, generationRequest, type StoredPrompt } from "./schema.ts";

/**
 * Asks for a draft of a memory and queues the job that makes it. A trajectory memory needs no model; the other types
 * are refused here, with what to set, when there is none.
 * @returns ids of the draft and of its job
 */
export async function requestGeneration(
  db: RootDb,
  input: GenerationRequest,
  actor: Actor,
  env: Env = readEnv(),
): Promise<Result<{ id: string; jobId: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(generationRequest, input);
  if (!parsed.ok) return parsed;
  const { type, note, memoryId } = parsed.value;
  const model = type === "trajectory" ? ok(null) : chatSettings(env);
  if (!model.ok) return model;
  const source = await findSource(db, parsed.value);
  if (!source.ok) return source;
  if (type === "trajectory" && source.value.kind === "memory") {
    const message = "A trajectory memory is made from the steps of a trial: choose a trial, or another type.";
    return err("invalid", message, { type: [message] });
  }
  const polarity = parsed.value.polarity ?? source.value.polarity;
  if (!polarity) {
    const message = "It is not known whether this source passed or failed: choose how to read it.";
    return err("invalid", message, { polarity: [message] });
  }
  const present = await findReplacedMemory(db, source.value, type, memoryId);
  const { kind, id, benchmark, taskName } = source.value;
  const prompt: StoredPrompt = {
    source: { kind, id, benchmark, taskName },
    polarity,
    note: note || null,
    messages: [],
  };
  return inTransaction(db, async (tx) => {
    const generation = await tx.generation.create({
      data: {
        trialId: source.value.trialId,
        memoryId: present?.id ?? null,
        baseVersion: present?.version ?? null,
        type,
        prompt,
        actor: actor.name,
      },
    });
    const jobId = await enqueueJob(tx, { kind: "generate", input: { generationId: generation.id }, actor });
    await tx.generation.update({ where: { id: generation.id }, data: { jobId } });
    return ok({ id: generation.id, jobId });
  });
}
