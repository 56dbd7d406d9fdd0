import { randomUUID } from "node:crypto";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import { ok, type Result } from "#lib/shared/result.ts";
import { listWrongLabels } from "./judge-sql.ts";
import { relabelMemory } from "./relabel-memory.ts";

/** What relabeling all of them came to. */
export type AllRelabeled = {
  /** One undo takes all back; null when nothing was changed. */
  batchId: string | null;
  relabeled: number;
  /** Drafts that were asked for. */
  requested: number;
  /** Memories left as they were, and drafts not asked for, with the first reason. */
  notDone: number;
  because: string | null;
};

/** So many at once are done within the time of a request; whoever has more presses again. */
const mostRelabeledAtOnce = 500;

/**
 * Gives every memory whose label its source trial contradicts the verifier's outcome, and asks for a draft of each that
 * has steps to write it from. Each is a transaction of its own with a revision: what fails is counted, and the rest goes on.
 */
export async function relabelMemories(db: RootDb, actor: Actor): Promise<Result<AllRelabeled>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const batchId = randomUUID();
  const done: AllRelabeled = { batchId: null, relabeled: 0, requested: 0, notDone: 0, because: null };
  for (const { id, version, hasSteps } of await listWrongLabels(db, mostRelabeledAtOnce)) {
    const input = { id, expectedVersion: version, regenerate: hasSteps };
    const one = await relabelMemory(db, input, actor, batchId);
    const reason = one.ok ? one.value.notRequested : one.error.message;
    if (reason !== null) {
      done.notDone += 1;
      done.because ??= reason;
    }
    if (!one.ok) continue;
    done.batchId = one.value.batchId ?? done.batchId;
    done.relabeled += 1;
    if (one.value.generationId !== null) done.requested += 1;
  }
  return ok(done);
}
