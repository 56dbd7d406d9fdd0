import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { childEnvironment } from "#lib/env.ts";

export type RunningApp = {
  address: string;
  /** From the command to the line that says it is ready. */
  seconds: number;
  /** Resident memory of each process below the launcher, in MB, by what it is. */
  memory: () => Record<string, number>;
  stop: () => Promise<void>;
};

/** Starts the app of a checkout as a person would, on a free port and a data directory of its own. */
export async function startApp(checkout: string, dataDir: string): Promise<RunningApp> {
  const started = performance.now();
  const child = spawn("npm", ["start", "--", "--port", "0"], {
    cwd: checkout,
    env: childEnvironment({ CARRYOVER_DATA_DIR: dataDir, DATABASE_URL: "", HOST: "127.0.0.1" }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const address = await untilReady(child);
  return {
    address,
    seconds: (performance.now() - started) / 1000,
    memory: () => memoryBelow(child.pid ?? 0),
    stop: async () => {
      const ended = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function untilReady(child: ChildProcess): Promise<string> {
  let told = "";
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      told += chunk;
      const address = /is ready: (\S+)/.exec(told)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", () => reject(new Error(`The app did not start:\n${told}`)));
  });
}

function memoryBelow(pid: number): Record<string, number> {
  const rows = execFileSync("ps", ["-axo", "pid=,ppid=,rss=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((match) =>
      match
        ? [{ pid: Number(match[1]), parent: Number(match[2]), kb: Number(match[3]), args: match[4] ?? "" }]
        : [],
    );
  const below = new Set([pid]);
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const row of rows) if (below.has(row.parent)) below.add(row.pid);
  }
  const memory: Record<string, number> = {};
  for (const { pid: own, kb, args } of rows) {
    const name = below.has(own) ? nameOf(args) : null;
    if (name) memory[name] = Math.round(((memory[name] ?? 0) + kb / 1024) * 10) / 10;
  }
  return memory;
}

function nameOf(args: string): string {
  if (args.includes("database-process")) return "database";
  if (args.includes("worker-process")) return "worker";
  if (args.includes("next")) return "web app";
  return "launcher and npm";
}

/** What a checkout is at: a benchmark of a fresh clone measures what is committed. */
export function commitOf(checkout: string): string {
  return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: checkout, encoding: "utf8" }).trim();
}
