import type { Actor } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import type { RevisionEvidence } from "#lib/memories/revision-evidence.ts";
import type { DeprecateInput, UpdateMemoryInput } from "#lib/memories/schema.ts";
import type { SelectionOutcome } from "#lib/memories/verbs/change-selection.ts";
import { deprecateMemories } from "#lib/memories/verbs/deprecate-memories.ts";
import { type UpdateOutcome, updateMemory } from "#lib/memories/verbs/update-memory.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { caseEvidence } from "./case-evidence.ts";
import { getCase } from "./get-case.ts";
import { type CaseRef, caseRef } from "./schema.ts";

/** Deprecates memories on the evidence of a case, which the server reads anew and keeps with the revisions. */
export async function deprecateOnCase(
  db: RootDb,
  input: DeprecateInput,
  ref: CaseRef,
  actor: Actor,
): Promise<Result<SelectionOutcome>> {
  const evidence = await readEvidence(db, ref);
  return evidence.ok ? deprecateMemories(db, input, actor, evidence.value) : evidence;
}

/** Edits a memory on the evidence of a case, which the server reads anew and keeps with the revision. */
export async function updateOnCase(
  db: RootDb,
  input: UpdateMemoryInput,
  ref: CaseRef,
  actor: Actor,
): Promise<UpdateOutcome> {
  const evidence = await readEvidence(db, ref);
  return evidence.ok ? updateMemory(db, input, actor, { evidence: evidence.value }) : evidence;
}

async function readEvidence(db: RootDb, ref: CaseRef): Promise<Result<RevisionEvidence>> {
  const parsed = caseRef.safeParse(ref);
  const detail = parsed.success ? await getCase(db, parsed.data) : null;
  if (!detail) return err("not_found", "There is no case of this memory in these runs. Reload the page.");
  return ok(caseEvidence(detail));
}
