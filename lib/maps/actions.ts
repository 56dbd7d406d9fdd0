"use server";
import { runAction } from "#lib/access/run-action.ts";
import type { PlacementRequest } from "./place-memories.ts";
import type { ProjectJobInput } from "./project-job.ts";
import { startPlacement, startProjection } from "./start-jobs.ts";

export async function startProjectionAction(input: ProjectJobInput) {
  return runAction((db, actor) => startProjection(db, input, actor));
}

export async function startPlacementAction(input: PlacementRequest) {
  return runAction((db, actor) => startPlacement(db, input, actor));
}
