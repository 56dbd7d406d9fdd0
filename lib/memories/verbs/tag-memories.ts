import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import type { RootDb } from "#lib/db/client.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { type TagInput, tagInput } from "#lib/memories/schema.ts";
import type { Result } from "#lib/shared/result.ts";
import { changeSelection, type SelectionOutcome } from "./change-selection.ts";

/** Adds and removes tags of memories; the order of the tags that stay is kept. */
export async function tagMemories(
  db: RootDb,
  input: TagInput,
  actor: Actor,
): Promise<Result<SelectionOutcome>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(tagInput, input);
  if (!parsed.ok) return parsed;
  const { selection, dryRun, reason, add, remove } = parsed.value;
  return changeSelection(db, {
    selection,
    dryRun,
    note: { kind: "tags", actor: actor.name, reason },
    changeOf: (memory) => ({
      tags: [...new Set([...memory.tags.filter((tag) => !remove.includes(tag)), ...add])],
    }),
  });
}
