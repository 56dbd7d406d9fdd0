import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { type RestoreInput, restoreInput } from "#lib/memories/schema.ts";
import type { Result } from "#lib/shared/result.ts";
import { changeSelection, type SelectionOutcome } from "./change-selection.ts";

/** Makes deprecated memories active again; others stay as they are. */
export async function restoreMemories(
  db: RootDb,
  input: RestoreInput,
  actor: Actor,
): Promise<Result<SelectionOutcome>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(restoreInput, input);
  if (!parsed.ok) return parsed;
  const { selection, dryRun, reason } = parsed.value;
  return changeSelection(db, {
    selection,
    dryRun,
    note: { kind: "restore", actor: actor.name, reason },
    changeOf: (memory) =>
      memory.lifecycle === "deprecated" ? { lifecycle: "active", deprecatedReason: null } : null,
  });
}
