import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { type PromoteInput, promoteInput } from "#lib/memories/schema.ts";
import type { Result } from "#lib/shared/result.ts";
import { changeSelection, type SelectionOutcome } from "./change-selection.ts";

/** Makes candidates active, so that retrieval may show them; others stay as they are. */
export async function promoteMemories(
  db: RootDb,
  input: PromoteInput,
  actor: Actor,
): Promise<Result<SelectionOutcome>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(promoteInput, input);
  if (!parsed.ok) return parsed;
  const { selection, dryRun, reason } = parsed.value;
  return changeSelection(db, {
    selection,
    dryRun,
    note: { kind: "promote", actor: actor.name, reason },
    changeOf: (memory) => (memory.lifecycle === "candidate" ? { lifecycle: "active" } : null),
  });
}
