"use server";
import { runAction } from "#lib/access/run-action.ts";
import { deleteRuns } from "./delete-runs.ts";
import { stateRunSetup } from "./state-run-setup.ts";

export async function stateRunSetupAction(runId: string, input: Record<string, string>) {
  return runAction((db, actor) => stateRunSetup(db, runId, input, actor));
}

export async function deleteRunsAction(ids: string[]) {
  return runAction((db, actor) => deleteRuns(db, ids, actor));
}
