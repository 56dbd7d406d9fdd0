import { refresh } from "next/cache";
import { headers } from "next/headers";
import { getDb, type RootDb } from "#lib/db/client.ts";
import { err, type Failure } from "#lib/shared/result.ts";
import type { Actor } from "./actor.ts";
import { currentActor } from "./current-actor.ts";
import { foreignRequestReason } from "./foreign-request.ts";

/** A result whose failure may say more than others do. */
type Outcome<T, E extends Failure> = { ok: true; value: T } | { ok: false; error: E };
type Verb<T, E extends Failure> = (db: RootDb, actor: Actor) => Promise<Outcome<T, E>>;

/**
 * What every server action is: only for this machine's own pages, the verb with the database and the actor, then the
 * view drawn anew when it succeeded. Expected failures come back as values; bugs throw.
 */
export async function runAction<T, E extends Failure = Failure>(
  verb: Verb<T, E>,
): Promise<Outcome<T, E | Failure>> {
  const result = await askAction(verb);
  if (result.ok) refresh();
  return result;
}

/** The same for an action that only asks: what is on screen stays as it is. */
export async function askAction<T, E extends Failure = Failure>(
  verb: Verb<T, E>,
): Promise<Outcome<T, E | Failure>> {
  // An action answers at every address there is: the check in the proxy alone would stand and fall with its matcher.
  const reason = foreignRequestReason("POST", await headers());
  if (reason) return err("forbidden", reason);
  return verb(getDb(), currentActor());
}
