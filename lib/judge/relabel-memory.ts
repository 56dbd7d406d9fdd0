import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import { requestGeneration } from "#lib/generation/request-generation.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { updateMemory } from "#lib/memories/verbs/update-memory.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { type RelabelInput, relabelInput } from "./schema.ts";

export type Relabeled = {
  /** Names the revision, for undo; null when the outcome was right already. */
  batchId: string | null;
  /** The draft that was asked for; null when none was, and then why. */
  generationId: string | null;
  notRequested: string | null;
};

/**
 * Gives a memory the outcome that the verifier found for its source trial, and asks for a draft written from that trial
 * as what it is. The relabeling stands also where no draft can be made (no model, no steps): `notRequested` says why.
 * @param batch name of several changes that one undo takes back
 * @returns "not_found", "invalid" where the trial has no outcome, "conflict" where the memory was edited since
 */
export async function relabelMemory(
  db: RootDb,
  input: RelabelInput,
  actor: Actor,
  batch?: string,
): Promise<Result<Relabeled>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(relabelInput, input);
  if (!parsed.ok) return parsed;
  const { id, expectedVersion, regenerate } = parsed.value;
  const memory = await db.memory.findUnique({
    where: { id },
    select: {
      type: true,
      content: true,
      outcome: true,
      sourceTrial: { select: { id: true, outcome: true, judgement: true } },
    },
  });
  if (!memory) return err("not_found", "This memory does not exist.");
  const trial = memory.sourceTrial;
  if (!trial || trial.outcome === "missing") {
    return err(
      "invalid",
      "No verifier's outcome is known for this memory: edit it by hand if its label is wrong.",
    );
  }
  const outcome = trial.outcome === "passed" ? "passed" : "failed";
  const judged = trial.judgement === null ? "" : `; the judge said ${trial.judgement ? "PASS" : "FAIL"}`;
  const reason = `Relabeled from ${memory.outcome} to ${outcome}: the verifier's outcome of its source trial${judged}.`;
  const revised = await updateMemory(
    db,
    { id, expectedVersion, content: memory.content, outcome, reason },
    actor,
    batch === undefined ? {} : { batchId: batch },
  );
  if (!revised.ok) return revised;
  const { batchId } = revised.value;
  if (!regenerate) return ok({ batchId, generationId: null, notRequested: null });
  const note = `The first version took this attempt for ${memory.outcome}. It ${outcome}.`;
  // Named by the memory, so that the draft replaces it; a trajectory memory is made from the trial's steps alone.
  const source = memory.type === "trajectory" ? { trialId: trial.id } : { memoryId: id };
  const asked = { ...source, type: memory.type, polarity: outcome, note } as const;
  const draft = await requestGeneration(db, asked, actor);
  return draft.ok
    ? ok({ batchId, generationId: draft.value.id, notRequested: null })
    : ok({ batchId, generationId: null, notRequested: draft.error.message });
}
