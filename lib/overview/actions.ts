"use server";
import { runAction, runReadAction } from "#lib/access/run-action.ts";
import { listMemories } from "#lib/memories/queries.ts";
import { ok } from "#lib/shared/result.ts";
import { startDemo } from "./start-demo.ts";

const paletteRows = 8;

/** For the command palette: the first few memories that hold the words. */
export async function findMemoriesAction(text: string) {
  return runReadAction(async (db) => {
    const q = typeof text === "string" ? text.trim().slice(0, 200) : "";
    return ok(q ? (await listMemories(db, { q, pageSize: paletteRows })).rows : []);
  });
}

export async function startDemoAction() {
  return runAction(startDemo);
}
