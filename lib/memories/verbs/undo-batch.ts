import { randomUUID } from "node:crypto";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { type Db, inTransaction, type RootDb } from "#lib/db/client.ts";
import type { Revision } from "#lib/db/generated/client.ts";
import { type Curated, lockMemories } from "#lib/memories/memories-sql.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import { isCuration, previousValuesOf } from "#lib/memories/previous-values.ts";
import type { MemoryChange } from "#lib/memories/record.ts";
import { type UndoInput, undoInput } from "#lib/memories/schema.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { SelectionOutcome } from "./change-selection.ts";
import { reviseContent } from "./revise-content.ts";
import { type CuratedChange, reviseCurated } from "./revise-curated.ts";

/**
 * Takes back the revisions of one bulk action, or one revision, by writing new ones; undoing the undo
 * brings the change back. All or nothing.
 * @returns "conflict" naming memories that were changed since, "not_found" when there is no such batch
 */
export async function undoBatch(
  db: RootDb,
  input: UndoInput,
  actor: Actor,
): Promise<Result<SelectionOutcome>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(undoInput, input);
  if (!parsed.ok) return parsed;
  const which = "batchId" in parsed.value ? parsed.value : { id: parsed.value.revisionId };
  return inTransaction(db, async (tx) => {
    const revisions = await tx.revision.findMany({ where: which, orderBy: { memoryId: "asc" } });
    if (revisions.length === 0) return err("not_found", "There is nothing to undo under this name.");
    if (revisions.some((revision) => revision.before === null)) {
      return err("invalid", "The first revision cannot be undone. Deprecate the memory instead.");
    }
    const ids = revisions.map((revision) => revision.memoryId);
    const memories = await lockMemories(tx, ids);
    const written = new Map(revisions.map((revision) => [revision.memoryId, revision.version]));
    const changedSince = memories.filter((memory) => memory.version !== written.get(memory.id));
    if (changedSince.length > 0) return conflict(changedSince, memories.length);
    const batchId = randomUUID();
    await takeBack(tx, revisions, memories, batchId, actor);
    return ok({ batchId, changed: memories.length, unchanged: 0 });
  });
}

async function takeBack(
  tx: Db,
  revisions: Revision[],
  memories: Curated[],
  batchId: string,
  actor: Actor,
): Promise<void> {
  const kinds = [...new Set(revisions.map((revision) => revision.kind))].join(", ");
  const note = { kind: "undo", reason: `Undo of ${kinds}`, batchId } as const;
  const changes = new Map(
    revisions.map((revision) => [revision.memoryId, previousValuesOf(revision.before)] as const),
  );
  const changeOf = (memory: { id: string }): MemoryChange => changes.get(memory.id) ?? {};
  const curated = memories.filter((memory) => isCuration(changeOf(memory)));
  const planned = curated.map((memory) => ({ memory, change: changeOf(memory) as CuratedChange }));
  await reviseCurated(tx, planned, { ...note, actor: actor.name });
  if (curated.length === memories.length) return;
  const said = memories.filter((memory) => !isCuration(changeOf(memory))).map((memory) => memory.id);
  const whole = await tx.memory.findMany({ where: { id: { in: said } }, orderBy: { id: "asc" } });
  await reviseContent(
    tx,
    whole.map((memory) => ({ memory, change: changeOf(memory) })),
    note,
    actor,
  );
}

function conflict(changed: readonly { title: string }[], of: number) {
  const named = changed
    .slice(0, 3)
    .map((memory) => `"${memory.title}"`)
    .join(", ");
  const more = changed.length > 3 ? ` and ${changed.length - 3} more` : "";
  return err(
    "conflict",
    `Not undone: ${changed.length} of ${of} changed since (${named}${more}). Open them and revert one by one.`,
  );
}
