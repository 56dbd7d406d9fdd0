import { type ChildProcess, fork } from "node:child_process";
import { totalmem } from "node:os";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connectionConfig } from "#lib/db/connection.ts";
import { watchDatabase } from "#lib/db/watch-database.ts";
import { childEnvironment } from "#lib/env.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { webAddress } from "./options.ts";
import type { ProcessSpec } from "./process-spec.ts";
import { readyByMessage } from "./wait-until-ready.ts";
import { watchHeartbeats } from "./watch-heartbeats.ts";

const root = resolve(import.meta.dirname, "../..");
const answerWithinMs = 60_000;

/** Flags under which every Node that the project supports runs TypeScript, without warnings of others' code. */
const nodeFlags = [
  "--disable-warning=ExperimentalWarning",
  "--disable-warning=DeprecationWarning",
  ...(process.features.typescript ? [] : ["--experimental-strip-types"]),
];

/** Runs one of the project's TypeScript files as a process of its own, with a channel to it. */
function forkFile(file: string, args: string[] = [], extraFlags: string[] = []): ChildProcess {
  return fork(resolve(root, file), args, { cwd: root, execArgv: [...nodeFlags, ...extraFlags] });
}

export const databaseProcess: ProcessSpec = {
  name: "database",
  spawn: () => forkFile("lib/db/database-process.ts"),
  ready: readyByMessage,
  watch: (_child, hung) => watchDatabase(connectionConfig, hung),
  graceMs: 30_000,
};

export const workerProcess: ProcessSpec = {
  name: "worker",
  spawn: () => forkFile("lib/worker/worker-process.ts", [], [`--max-old-space-size=${workerHeapMb()}`]),
  ready: readyByMessage,
  watch: watchHeartbeats,
  graceMs: 10_000,
  isOptional: true,
};

/** Half of the memory, at most 4 GB: a job that wants more ends the worker, not the machine. */
function workerHeapMb(): number {
  // Where a container has no limit, this is 0 or more than there is.
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.min(4096, Math.floor(memory / 2 / 2 ** 20));
}

/** The built web app; ready when it answers over HTTP. */
export function webProcess(host: string, port: number): ProcessSpec {
  return {
    name: "web app",
    spawn: () => spawnWeb(host, port),
    ready: (child) => answers(webAddress(host, port), child),
    watch: watchHeartbeats,
    // An open event stream never ends by itself; a request in flight takes less than this.
    graceMs: 4000,
  };
}

function spawnWeb(host: string, port: number): ChildProcess {
  const args = ["start", "-H", host, "-p", String(port), root];
  return fork(resolve(root, "node_modules/next/dist/bin/next"), args, {
    cwd: root,
    execArgv: [...nodeFlags, "--import", resolve(root, "lib/launch/exit-with-parent.ts")],
    env: childEnvironment({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORT: String(port) }),
    // Its banner would name the address before it answers; what goes wrong comes on standard error.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

async function answers(address: string, child: ChildProcess): Promise<Result<void>> {
  const until = Date.now() + answerWithinMs;
  let last = "no answer";
  while (Date.now() < until && child.exitCode === null) {
    try {
      const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(15_000) });
      await response.arrayBuffer();
      if (response.status < 500) return ok(undefined);
      last = `status ${response.status}`;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  return err("invalid", `The web app at ${address} does not work (${last}); see its messages above.`);
}

/**
 * Brings the database up to date in a process of its own: the engine it loads is big.
 * @param args `--demo` to have the demo pool loaded as well
 */
export function preparation(args: string[]): ProcessSpec {
  return {
    name: "preparation of the database",
    spawn: () => forkFile("lib/launch/prepare-database.ts", args),
    ready: readyByMessage,
    graceMs: 10_000,
  };
}
