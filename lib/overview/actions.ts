"use server";
import { getDb } from "#lib/db/client.ts";
import { listFoundMemories } from "./queries.ts";
import type { FoundMemory } from "./schema.ts";

/** For the command palette: a handful of memories that hold the words. */
export async function findMemoriesAction(text: string): Promise<FoundMemory[]> {
  return typeof text === "string" ? listFoundMemories(getDb(), text.slice(0, 200)) : [];
}
