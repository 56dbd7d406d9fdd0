"use server";
import { askAction } from "#lib/access/run-action.ts";
import { previewRetrieval } from "./preview-retrieval.ts";
import type { RetrievalRequest } from "./schema.ts";
import { type WriteQueriesInput, writeQueryTexts } from "./write-query-texts.ts";

/** A press of Preview: the one way in which a page asks a chat model for it. */
export async function previewRetrievalAction(input: RetrievalRequest) {
  return askAction((db) => previewRetrieval(db, input));
}

export async function writeQueryTextsAction(input: WriteQueriesInput) {
  return askAction((db) => writeQueryTexts(db, input));
}
