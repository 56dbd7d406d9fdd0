import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { createBackoff, type NextTry } from "./backoff.ts";
import type { ProcessSpec, Supervised } from "./process-spec.ts";
import { describeExit, hasExited, stopChild } from "./stop-child.ts";
import { type Begun, waitUntilReady } from "./wait-until-ready.ts";

const settleMs = 100;
const startTries = 3;

/**
 * Starts a process and keeps it running indefinitely: a crash is followed by a restart, later each time. Only the first
 * start can fail, when the process says why it can't or crashes three times; an optional one goes on trying.
 * @param isEnding whether everything is about to stop, so that no end is a crash
 */
export function supervise(spec: ProcessSpec, isEnding: () => boolean = () => false): Supervised {
  let child: ChildProcess;
  let stopping = false;
  const nextTry = createBackoff(spec.backOffMs ?? 500);
  const isOver = () => stopping || isEnding();

  async function begin(): Promise<Begun> {
    const own = spec.spawn();
    child = own;
    const begun = await waitUntilReady(spec, own);
    if (begun.state === "ready") follow(own);
    else await stopChild(own, spec.graceMs);
    return begun;
  }

  /** Has a process that is ready watched, and started again when it ends. */
  function follow(own: ChildProcess): void {
    const since = Date.now();
    const unwatch = spec.watch?.(own, (why) => {
      console.error(`The ${spec.name} ${why}; stopping it.`);
      own.kill("SIGKILL");
    });
    const onEnd = () => {
      unwatch?.();
      void revive(Date.now() - since);
    };
    if (hasExited(own)) onEnd();
    else own.once("exit", onEnd);
  }

  async function start(): Promise<Result<void>> {
    for (let tries = 1; ; tries++) {
      const begun = await begin();
      if (begun.state === "ready") return ok(undefined);
      if (begun.state === "crashed" && tries < startTries && !isOver()) await sleep(nextTry(0).waitMs);
      else if (!spec.isOptional || isOver()) return err("unavailable", begun.why);
      else {
        console.error(begun.why);
        void revive(0);
        return ok(undefined);
      }
    }
  }

  /** Starts it again until it runs. Ctrl-C reaches all processes at once: the news of it may come a moment later. */
  async function revive(ranForMs: number): Promise<void> {
    await sleep(settleMs);
    let why = `The ${spec.name} stopped unexpectedly (${describeExit(child)}).`;
    for (let ran = ranForMs; !isOver(); ran = 0) {
      const next = nextTry(ran);
      if (next.isTold) console.error(`${why} ${announce(next)}`);
      await sleep(next.waitMs);
      if (isOver()) return;
      const begun = await begin();
      if (begun.state === "ready") return;
      why = begun.why;
    }
  }

  return {
    name: spec.name,
    started: start(),
    pid: () => child.pid,
    stop: () => {
      stopping = true;
      return stopChild(child, spec.graceMs);
    },
  };
}

function announce({ inARow, waitMs }: NextTry): string {
  const when = waitMs < 1000 ? "" : ` in ${Math.round(waitMs / 1000)} s`;
  return `Restarting it${when}${inARow === 1 ? "" : ` (${inARow} times in a row)`}.`;
}
