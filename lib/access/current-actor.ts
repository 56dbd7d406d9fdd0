import { readEnv } from "#lib/env.ts";
import type { Actor } from "./actor.ts";

/** Who a web request or a command acts for: the one local user, until there are accounts. */
export function currentActor(): Actor {
  return { name: readEnv().user, role: "editor" };
}
