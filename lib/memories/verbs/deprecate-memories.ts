import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import type { RevisionEvidence } from "#lib/memories/revision-evidence.ts";
import { type DeprecateInput, deprecateInput } from "#lib/memories/schema.ts";
import type { Result } from "#lib/shared/result.ts";
import { changeSelection, type SelectionOutcome } from "./change-selection.ts";

/**
 * Takes memories out of service, with a reason. Nothing is deleted: `restoreMemories` brings them back.
 * @param evidence kept with the revisions
 */
export async function deprecateMemories(
  db: RootDb,
  input: DeprecateInput,
  actor: Actor,
  evidence?: RevisionEvidence,
): Promise<Result<SelectionOutcome>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(deprecateInput, input);
  if (!parsed.ok) return parsed;
  const { selection, dryRun, reason } = parsed.value;
  return changeSelection(db, {
    selection,
    dryRun,
    note: { kind: "deprecate", actor: actor.name, reason, evidence },
    // A second reason would overwrite the first: what is deprecated already stays as it is.
    changeOf: (memory) =>
      memory.lifecycle === "deprecated" ? null : { lifecycle: "deprecated", deprecatedReason: reason },
  });
}
