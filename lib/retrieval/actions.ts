"use server";
import { runReadAction } from "#lib/access/run-action.ts";
import { previewRetrieval } from "./preview-retrieval.ts";
import type { RetrievalRequest } from "./schema.ts";
import { type WriteQueriesInput, writeQueryTexts } from "./write-query-texts.ts";

/** A chat model of one's own machine may think for a while. */
const withinMs = 180_000;

/** A press of Preview: the one way in which a page asks a chat model for it. */
export async function previewRetrievalAction(input: RetrievalRequest) {
  return runReadAction((db, _actor, signal) => previewRetrieval(db, input, { signal }), { withinMs });
}

export async function writeQueryTextsAction(input: WriteQueriesInput) {
  return runReadAction((db, _actor, signal) => writeQueryTexts(db, input, { signal }), { withinMs });
}
