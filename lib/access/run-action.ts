import { refresh } from "next/cache";
import { getDb, type RootDb } from "#lib/db/client.ts";
import type { Result } from "#lib/shared/result.ts";
import type { Actor } from "./actor.ts";
import { currentActor } from "./current-actor.ts";

/**
 * What every server action is: the verb with the database and the actor, then the view drawn anew
 * when it succeeded. Expected failures come back as values; bugs throw.
 */
export async function runAction<T>(
  verb: (db: RootDb, actor: Actor) => Promise<Result<T>>,
): Promise<Result<T>> {
  const result = await verb(getDb(), currentActor());
  if (result.ok) refresh();
  return result;
}
