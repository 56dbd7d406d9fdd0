import { err, ok, type Result } from "#lib/shared/result.ts";

/** Who does something: written into every revision and audit row. */
export type Actor = { name: string; role: "reader" | "editor" };

/** The first line of every write verb: a reader may look, not write. */
export function authorizeWrite(actor: Actor): Result<Actor> {
  if (actor.role === "editor") return ok(actor);
  return err("forbidden", `${actor.name} may read but not change anything here. Ask for the editor role.`);
}
