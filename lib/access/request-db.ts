import { cache } from "react";
import { getWebDb, type RootDb } from "#lib/db/client.ts";
import { limitDb } from "#lib/db/limit-db.ts";

/** How long a page, an action or an address may take. */
export const answerWithinMs = 60_000;

/**
 * The database for one request, until its time is over. All parts of a page share one, so that they share its time; a
 * route handler or an action has one from its call on.
 */
export const requestDb: (withinMs?: number) => RootDb = cache((withinMs = answerWithinMs) =>
  limitDb(getWebDb(), withinMs),
);

/** The database for an answer that is a stream, made for as long as somebody reads it: only single statements end. */
export function streamDb(): RootDb {
  return getWebDb();
}
