import { err, ok } from "#lib/shared/result.ts";
import type { ProcessSpec, Supervised } from "./process-spec.ts";
import { stopChild } from "./stop-child.ts";
import { waitUntilReady } from "./wait-until-ready.ts";

/**
 * Starts a process that does one thing and ends: nothing is started again.
 * @returns `started` is "unavailable" for what may pass, "invalid" for what a person has to mend
 */
export function runOnce(spec: ProcessSpec): Supervised {
  const child = spec.spawn();
  return {
    name: spec.name,
    started: waitUntilReady(spec, child).then((begun) =>
      begun.state === "ready"
        ? ok(undefined)
        : err(begun.state === "crashed" ? "unavailable" : "invalid", begun.why),
    ),
    pid: () => child.pid,
    stop: () => stopChild(child, spec.graceMs),
  };
}
