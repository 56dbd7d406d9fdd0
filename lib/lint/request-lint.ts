import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { ok, type Result } from "#lib/shared/result.ts";
import { type LintInput, lintInput } from "./lint-memories.ts";

/** Queues the linting of memories: comparing a whole pool with itself is too long for a request. */
export async function requestLint(
  db: RootDb,
  input: LintInput,
  actor: Actor,
): Promise<Result<{ jobId: string }>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(lintInput, input);
  if (!parsed.ok) return parsed;
  return ok({ jobId: await enqueueJob(db, { kind: "lint", input: { ...parsed.value }, actor }) });
}
