"use server";
import { runAction } from "#lib/access/run-action.ts";
import { acceptGeneration } from "./accept-generation.ts";
import { rejectGeneration } from "./reject-generation.ts";
import { requestGeneration } from "./request-generation.ts";
import type { AcceptInput, GenerationRequest, RejectInput } from "./schema.ts";

export async function requestGenerationAction(input: GenerationRequest) {
  return runAction((db, actor) => requestGeneration(db, input, actor));
}

export async function acceptGenerationAction(input: AcceptInput) {
  return runAction((db, actor) => acceptGeneration(db, input, actor));
}

export async function rejectGenerationAction(input: RejectInput) {
  return runAction((db, actor) => rejectGeneration(db, input, actor));
}
