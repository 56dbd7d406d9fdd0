"use server";
import { runAction } from "#lib/access/run-action.ts";
import { deprecateMemories } from "#lib/memories/verbs/deprecate-memories.ts";
import { promoteMemories } from "#lib/memories/verbs/promote-memories.ts";
import { restoreMemories } from "#lib/memories/verbs/restore-memories.ts";
import { revertMemory } from "#lib/memories/verbs/revert-memory.ts";
import { setValidity } from "#lib/memories/verbs/set-validity.ts";
import { tagMemories } from "#lib/memories/verbs/tag-memories.ts";
import { undoBatch } from "#lib/memories/verbs/undo-batch.ts";
import { updateMemory } from "#lib/memories/verbs/update-memory.ts";
import { deleteView, type SaveViewInput, saveView } from "./saved-views.ts";
import type * as schema from "./schema.ts";

export async function deprecateMemoriesAction(input: schema.DeprecateInput) {
  return runAction((db, actor) => deprecateMemories(db, input, actor));
}
export async function restoreMemoriesAction(input: schema.RestoreInput) {
  return runAction((db, actor) => restoreMemories(db, input, actor));
}
export async function promoteMemoriesAction(input: schema.PromoteInput) {
  return runAction((db, actor) => promoteMemories(db, input, actor));
}
export async function setValidityAction(input: schema.ValidityInput) {
  return runAction((db, actor) => setValidity(db, input, actor));
}
export async function tagMemoriesAction(input: schema.TagInput) {
  return runAction((db, actor) => tagMemories(db, input, actor));
}
export async function undoBatchAction(input: schema.UndoInput) {
  return runAction((db, actor) => undoBatch(db, input, actor));
}
export async function revertMemoryAction(input: schema.RevertInput) {
  return runAction((db, actor) => revertMemory(db, input, actor));
}
/** Its failure carries more than others do: the newest version. */
export async function updateMemoryAction(input: schema.UpdateMemoryInput) {
  return runAction((db, actor) => updateMemory(db, input, actor));
}
export async function saveViewAction(input: SaveViewInput) {
  return runAction((db, actor) => saveView(db, input, actor));
}
export async function deleteViewAction(id: string) {
  return runAction((db, actor) => deleteView(db, id, actor));
}
