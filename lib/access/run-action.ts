import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { RootDb } from "#lib/db/client.ts";
import { isOverTime } from "#lib/db/outage.ts";
import { err, type Failure } from "#lib/shared/result.ts";
import { TimeLimitError, withinTime } from "#lib/shared/time-limit.ts";
import type { Actor } from "./actor.ts";
import { currentActor } from "./current-actor.ts";
import { foreignRequestReason } from "./foreign-request.ts";
import { answerWithinMs, requestDb } from "./request-db.ts";

/** A result whose failure may say more than others do. */
type Outcome<T, E extends Failure> = { ok: true; value: T } | { ok: false; error: E };
/** signal: aborted when the time is over, for what waits for something else than the database. */
type Verb<T, E extends Failure> = (db: RootDb, actor: Actor, signal: AbortSignal) => Promise<Outcome<T, E>>;

/** withinMs: more than a minute for what asks a model. */
type Limits = { withinMs?: number };
/** For a verb that ends by itself once the database or its signal says so, and has a transaction to roll back. */
const graceMs = 5000;
const overTime =
  "This took too long and was stopped. Check whether it was done before you try again; choose fewer at once, or use the command line, which has no limit.";

/**
 * What every server action is: only for this machine's own pages, answered in time, the verb with the database and the
 * actor, then the view drawn anew when it succeeded. Expected failures come back as values; bugs throw.
 */
export async function runAction<T, E extends Failure = Failure>(
  verb: Verb<T, E>,
  limits: Limits = {},
): Promise<Outcome<T, E | Failure>> {
  const result = await runReadAction(verb, limits);
  if (result.ok) refresh();
  return result;
}

/** The same for an action that only asks: what is on screen stays as it is. */
export async function runReadAction<T, E extends Failure = Failure>(
  verb: Verb<T, E>,
  { withinMs = answerWithinMs }: Limits = {},
): Promise<Outcome<T, E | Failure>> {
  // An action answers at every address there is: the check in the proxy alone would stand and fall with its matcher.
  const reason = foreignRequestReason("POST", await headers());
  if (reason) return err("forbidden", reason);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new TimeLimitError()), withinMs);
  try {
    return await withinTime(verb(requestDb(withinMs), currentActor(), stop.signal), withinMs + graceMs);
  } catch (error) {
    if (isOverTime(error)) return err("unavailable", overTime);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
