import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import type { Memory, MemoryOutcome, MemoryType } from "#lib/db/generated/client.ts";
import { contentSchemas, type TypedContent } from "#lib/memories/content.ts";
import { lockMemories } from "#lib/memories/memories-sql.ts";
import { isMemoryId } from "#lib/memories/memory-id.ts";
import { parseInput } from "#lib/memories/parse-input.ts";
import type { RevisionEvidence } from "#lib/memories/revision-evidence.ts";
import { type UpdateMemoryInput, updateInput } from "#lib/memories/schema.ts";
import { err, type Failure, ok } from "#lib/shared/result.ts";
import { reviseContent } from "./revise-content.ts";

/** What an editor changes of a memory, with the version it was read at. */
export type EditableMemory = {
  id: string;
  version: number;
  type: MemoryType;
  title: string;
  task: string;
  outcome: MemoryOutcome;
  content: TypedContent["content"];
};
/** What an edit came to: the version now, and the name of its revision for undo (null = nothing changed). */
export type Revised = { version: number; batchId: string | null };
/** A conflict carries the memory as it is now, so that the editor can show what came between. */
export type UpdateFailure = Failure & { newest?: EditableMemory };
export type UpdateOutcome = { ok: true; value: Revised } | { ok: false; error: UpdateFailure };

/**
 * Changes what a memory says: content, task, outcome. Needs a reason and the version that was seen.
 * @param note.evidence kept with the revision; note.batchId: of several edits that one undo takes back
 * @returns "invalid" with sentences by field, "not_found", or "conflict" with the newest version
 */
export async function updateMemory(
  db: RootDb,
  input: UpdateMemoryInput,
  actor: Actor,
  { evidence, batchId = randomUUID() }: { evidence?: RevisionEvidence; batchId?: string } = {},
): Promise<UpdateOutcome> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = parseInput(updateInput, input);
  if (!parsed.ok) return parsed;
  const { id, expectedVersion, reason, task, outcome } = parsed.value;
  return inTransaction(db, async (tx): Promise<UpdateOutcome> => {
    await lockMemories(tx, [id]);
    const memory = await tx.memory.findUnique({ where: { id } });
    if (!memory) return err("not_found", "This memory does not exist.");
    const schema: z.ZodType<TypedContent["content"]> = contentSchemas[memory.type];
    const content = parseInput(schema, parsed.value.content, "content");
    if (!content.ok) return content;
    if (memory.version !== expectedVersion) return conflict(memory, expectedVersion);
    const change = { content: content.value, ...(task ? { task } : {}), ...(outcome ? { outcome } : {}) };
    const note = { kind: "edit", reason, batchId, evidence } as const;
    const [revised] = await reviseContent(tx, [{ memory, change }], note, actor);
    const version = revised?.version ?? memory.version;
    return ok({ version, batchId: version === memory.version ? null : batchId });
  });
}

function conflict(memory: Memory, seen: number): { ok: false; error: UpdateFailure } {
  const message = `Revision ${memory.version} was saved while you edited revision ${seen}. Compare, then save again.`;
  return { ok: false, error: { code: "conflict", message, newest: toEditable(memory) } };
}

/** The part of a memory that an editor works on. */
function toEditable({ id, version, type, title, task, outcome, content }: Memory): EditableMemory {
  return { id, version, type, title, task, outcome, content: content as TypedContent["content"] };
}

/** A memory to edit, or null. */
export async function getEditableMemory(db: RootDb, id: string): Promise<EditableMemory | null> {
  const memory = isMemoryId(id) ? await db.memory.findUnique({ where: { id } }) : null;
  return memory && toEditable(memory);
}
