"use server";
import { runAction } from "#lib/access/run-action.ts";
import { getDb } from "#lib/db/client.ts";
import { listMemories, type MemoryRow } from "#lib/memories/queries.ts";
import { startDemo } from "./start-demo.ts";

const paletteRows = 8;

/** For the command palette: the first few memories that hold the words. */
export async function findMemoriesAction(text: string): Promise<MemoryRow[]> {
  if (typeof text !== "string" || !text.trim()) return [];
  const { rows } = await listMemories(getDb(), { q: text.slice(0, 200), pageSize: paletteRows });
  return rows;
}

export async function startDemoAction() {
  return runAction(startDemo);
}
