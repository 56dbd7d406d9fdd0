"use server";
import { runAction } from "#lib/access/run-action.ts";
import { importRunAgain } from "./import-run-again.ts";
import { setKeepOriginals } from "./originals/keep-setting.ts";
import { retryImport } from "./retry-import.ts";
import type { ImportRequest } from "./schema.ts";
import { startImport } from "./start-import.ts";
import { changeMapping, type MappingChange } from "./tables/change-mapping.ts";

export async function startImportAction(input: ImportRequest) {
  return runAction((db, actor) => startImport(db, input, actor));
}

export async function retryImportAction(jobId: string) {
  return runAction((db, actor) => retryImport(db, jobId, actor));
}

export async function importRunAgainAction(runId: string) {
  return runAction((db, actor) => importRunAgain(db, runId, actor));
}

export async function setKeepOriginalsAction(keep: boolean) {
  return runAction((db, actor) => setKeepOriginals(db, keep, actor));
}

export async function changeMappingAction(input: MappingChange) {
  return runAction((db, actor) => changeMapping(db, input, actor));
}
