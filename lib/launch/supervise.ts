import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { err, ok, type Result } from "#lib/shared/result.ts";

export type ProcessSpec = {
  /** How it is called in messages: "database", "worker", "web app". */
  name: string;
  spawn: () => ChildProcess;
  /** Resolves when it does its work, or with why it can't; never later than it can be known. */
  ready: (child: ChildProcess) => Promise<Result<void>>;
  /** How long it may take to end after SIGTERM before it is killed, in ms. */
  graceMs: number;
  /** First wait before a restart, in ms; doubles with every crash in a row. */
  backOffMs?: number;
};

export type Supervised = {
  name: string;
  /** Ready, or why it did not become so (it is stopped then). */
  started: Promise<Result<void>>;
  pid: () => number | undefined;
  stop: () => Promise<void>;
};

const crashLimit = 5;
const crashWindowMs = 60_000;
const settleMs = 100;

/**
 * Starts a process and keeps it running: a crash is followed by a restart, later each time.
 * @param giveUp called with a sentence when it crashed too often for another restart
 * @param isEnding whether everything is about to stop, so that no end is a crash
 */
export function supervise(
  spec: ProcessSpec,
  giveUp: (sentence: string) => void,
  isEnding: () => boolean = () => false,
): Supervised {
  let child: ChildProcess;
  let stopping = false;
  let crashes: number[] = [];

  async function begin(): Promise<Result<void>> {
    child = spec.spawn();
    const ready = await Promise.race([spec.ready(child), endedEarly(spec.name, child)]);
    if (!ready.ok) await end(child, spec.graceMs);
    else if (hasEnded(child)) void crashed();
    else child.once("exit", () => void crashed());
    return ready;
  }

  async function crashed(): Promise<void> {
    // Ctrl-C reaches every process at once: the news that all shall end may come a moment later.
    await sleep(settleMs);
    if (stopping || isEnding()) return;
    const now = Date.now();
    crashes = [...crashes.filter((time) => now - time < crashWindowMs), now];
    if (crashes.length >= crashLimit) {
      giveUp(`The ${spec.name} stopped ${crashLimit} times within a minute: its messages above say why.`);
      return;
    }
    console.error(`The ${spec.name} stopped unexpectedly (${howEnded(child)}); starting it again.`);
    await sleep((spec.backOffMs ?? 500) * 2 ** (crashes.length - 1));
    if (stopping || isEnding()) return;
    const again = await begin();
    if (!again.ok && !stopping && !isEnding()) {
      console.error(again.error.message);
      await crashed();
    }
  }

  return {
    name: spec.name,
    started: begin(),
    pid: () => child.pid,
    stop: () => {
      stopping = true;
      return end(child, spec.graceMs);
    },
  };
}

/** Starts a process that does one thing and ends: nothing is started again. */
export function runOnce(spec: ProcessSpec): Supervised {
  const child = spec.spawn();
  return {
    name: spec.name,
    started: Promise.race([spec.ready(child), endedEarly(spec.name, child)]),
    pid: () => child.pid,
    stop: () => end(child, spec.graceMs),
  };
}

/** Resolves with the `{ ready }` or `{ failed: sentence }` that a process of ours sends to its parent. */
export function readyByMessage(child: ChildProcess): Promise<Result<void>> {
  return new Promise((resolve) => {
    child.on("message", (message: { ready?: unknown; failed?: string }) => {
      if (message.failed) resolve(err("unavailable", message.failed));
      else if (message.ready) resolve(ok(undefined));
    });
  });
}

function endedEarly(name: string, child: ChildProcess): Promise<Result<void>> {
  return new Promise((resolve) => {
    child.once("error", (error) =>
      resolve(err("unavailable", `The ${name} did not start: ${error.message}`)),
    );
    child.once("exit", () => {
      // A last message may still be on its way: let it be heard first.
      setImmediate(() =>
        resolve(
          err("unavailable", `The ${name} did not start (${howEnded(child)}); see its messages above.`),
        ),
      );
    });
  });
}

async function end(child: ChildProcess, graceMs: number): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  if (child.connected) child.disconnect();
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
  await ended;
  clearTimeout(timer);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function howEnded(child: ChildProcess): string {
  return child.signalCode ?? `exit code ${child.exitCode}`;
}
