import type { ChildProcess } from "node:child_process";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { ProcessSpec } from "./process-spec.ts";
import { describeExit } from "./stop-child.ts";

/** refused: it said what a person has to mend; crashed: it ended, stayed away, or failed of what may pass. */
export type Begun = { state: "ready" } | { state: "refused" | "crashed"; why: string };

const usualWithinMs = 300_000;

/** Waits until a process does its work, or until it is plain that it won't. */
export async function waitUntilReady(spec: ProcessSpec, child: ChildProcess): Promise<Begun> {
  const giveUp = new AbortController();
  const ready = spec.ready(child).then((told): Begun => {
    if (told.ok) return { state: "ready" };
    return { state: told.error.code === "unavailable" ? "crashed" : "refused", why: told.error.message };
  });
  const begun = await Promise.race([ready, crashedEarly(spec, child), tookTooLong(spec, giveUp.signal)]);
  giveUp.abort();
  return begun;
}

function crashedEarly({ name }: ProcessSpec, child: ChildProcess): Promise<Begun> {
  return new Promise((resolve) => {
    const crashed = (why: string) => resolve({ state: "crashed", why: `The ${name} did not start${why}` });
    child.once("error", (error) => crashed(`: ${error.message}`));
    child.once("exit", () => {
      // A last message may still be on its way: let it be heard first.
      setImmediate(() => crashed(` (${describeExit(child)}); see its messages above.`));
    });
  });
}

function tookTooLong(
  { name, readyWithinMs = usualWithinMs }: ProcessSpec,
  signal: AbortSignal,
): Promise<Begun> {
  return new Promise((resolve) => {
    const late = () =>
      resolve({ state: "crashed", why: `The ${name} was not ready after ${readyWithinMs / 1000} s.` });
    const timer = setTimeout(late, readyWithinMs);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}

/**
 * Resolves with the `{ ready }` or `{ failed: sentence, mayPass }` that a process of ours sends to its parent.
 * @returns "unavailable" for what may pass, "invalid" for what a person has to mend
 */
export function readyByMessage(child: ChildProcess): Promise<Result<void>> {
  return new Promise((resolve) => {
    child.on("message", (message: { ready?: unknown; failed?: string; mayPass?: boolean }) => {
      if (message.failed) resolve(err(message.mayPass ? "unavailable" : "invalid", message.failed));
      else if (message.ready) resolve(ok(undefined));
    });
  });
}
