"use server";
import { runAction } from "#lib/access/run-action.ts";
import { relabelMemories } from "./relabel-memories.ts";
import { relabelMemory } from "./relabel-memory.ts";
import type { RelabelInput } from "./schema.ts";

export async function relabelMemoryAction(input: RelabelInput) {
  return runAction((db, actor) => relabelMemory(db, input, actor));
}

export async function relabelMemoriesAction() {
  return runAction((db, actor) => relabelMemories(db, actor));
}
