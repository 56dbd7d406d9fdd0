import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/db/client.ts";
import type { Memory } from "#lib/db/generated/client.ts";
import { parseContent } from "#lib/memories/content.ts";
import { embeddedTextOf, getEmbeddedTextSetting } from "#lib/memories/embedded-text.ts";
import { type MemoryChange, type RevisionNote, reviseMemory } from "#lib/memories/record.ts";
import { requestEmbedding } from "./request-embedding.ts";

/**
 * Changes what memories say, each with its revision, and asks for one re-embedding when an embedded
 * text changed. Call inside the transaction that locked the memories.
 * @returns the memories as they are now
 */
export async function reviseContent(
  tx: Db,
  changes: readonly { memory: Memory; change: MemoryChange }[],
  note: Omit<RevisionNote, "actor">,
  actor: Actor,
): Promise<Memory[]> {
  const setting = await getEmbeddedTextSetting(tx);
  const textOf = (memory: Memory) =>
    embeddedTextOf(parseContent(memory.type, memory.content), memory.task, setting);
  const revised: Memory[] = [];
  let reembed = false;
  for (const { memory, change } of changes) {
    const next = await reviseMemory(tx, memory, change, { ...note, actor: actor.name });
    if (next !== memory && textOf(next) !== textOf(memory)) reembed = true;
    revised.push(next);
  }
  if (reembed) await requestEmbedding(tx, actor);
  return revised;
}
