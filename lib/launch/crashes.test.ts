import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openDb, type RootDb } from "#lib/db/client.ts";
import { endpointOf } from "#lib/db/endpoint.ts";
import { lockPath } from "#lib/db/lock.ts";
import { childEnvironment } from "#lib/env.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { getJob } from "#lib/jobs/queries.ts";
import { launchScript, writePreload } from "./testing-web.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "carryover-crash-"));
const dataDir = join(folder, "data");
const actor = { name: "ada", role: "editor" } as const;
// Processes are started anew three times and more: a busy machine takes its time over each.
const patient = { timeout: 120_000, interval: 100 };
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
const env = childEnvironment({
  CARRYOVER_DATA_DIR: dataDir,
  DATABASE_URL: "",
  HOST: "",
  PORT: "0",
  NODE_OPTIONS: `--import=${writePreload(folder)}`,
});

let launcher: ChildProcess;
let told = "";
let address = "";
let db: RootDb;

beforeAll(async () => {
  const flags = ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", launchScript(folder)];
  launcher = spawn(process.execPath, flags, { cwd: root, env });
  for (const stream of [launcher.stdout, launcher.stderr]) {
    stream?.on("data", (chunk) => {
      told += chunk;
    });
  }
  await vi.waitFor(() => expect(told).toMatch(/Carryover is ready: http/), patient);
  address = /http:\S+/.exec(told)?.[0] ?? "";
  db = openDb({ ...endpointOf(dataDir), user: "postgres", database: "postgres" });
});
afterAll(async () => {
  await db?.$disconnect();
  launcher?.kill("SIGKILL");
  await sleep(500);
  rmSync(folder, { recursive: true, force: true });
});

/** The number of the launcher's process whose command holds a text. */
function pidOf(text: string): number {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const fields = lines.map((line) => line.trim().split(/\s+/));
  const found = fields.find(
    ([, parent, ...args]) => Number(parent) === launcher.pid && args.join(" ").includes(text),
  );
  return Number(found?.[0] ?? 0);
}

/** The page is there with what the database says, and the worker does a job. */
async function expectAllServing(): Promise<void> {
  await vi.waitFor(async () => expect((await fetch(address)).status).toBe(200), patient);
  const id = await enqueueJob(db, { kind: "lint", input: {}, actor });
  await vi.waitFor(async () => expect(await getJob(db, id)).toMatchObject({ state: "succeeded" }), patient);
}

it.each(["database-process", "worker-process", "web.mjs"])(
  "serves again after %s was killed",
  async (name) => {
    await expectAllServing();
    const before = pidOf(name);
    process.kill(before, "SIGKILL");
    await vi.waitFor(() => expect(pidOf(name)).toBeGreaterThan(0), patient);
    await vi.waitFor(() => expect(pidOf(name)).not.toBe(before), patient);
    await expectAllServing();
  },
);

it("fails a job that ends the worker each time, says why, and goes on", async () => {
  const path = join(folder, "poison.jsonl");
  // Large enough to be streamed: a small file is read at once.
  writeFileSync(path, `{"type":"insight"}\n`.repeat(200_000));
  const input = { source: { kind: "path", path }, dryRun: false };
  const id = await enqueueJob(db, { kind: "import", input, actor });
  await vi.waitFor(async () => expect(await getJob(db, id)).toMatchObject({ state: "failed" }), patient);
  expect((await getJob(db, id))?.error).toBe(
    "The worker stopped three times while working on this: Invalid string length. It is not tried again.",
  );
  await expectAllServing();
});

it("lets a command wait for a database that is being started again", async () => {
  const before = pidOf("database-process");
  process.kill(before, "SIGKILL");
  const command = spawn(process.execPath, [join(root, "bin/carryover"), "runs", "--json"], {
    cwd: root,
    env,
  });
  let answer = "";
  command.stdout.on("data", (chunk) => {
    answer += chunk;
  });
  const code = await new Promise((end) => command.once("close", end));
  expect([code, answer]).toEqual([0, "[]\n"]);
  await expectAllServing();
});

it("tells in one sentence that the database went away under a command", async () => {
  const path = join(folder, "pool.jsonl");
  const memory = (n: number) => ({
    ...{
      format: "carryover-memory/1",
      type: "insight",
      benchmark: "alpha",
      taskName: `t${n}`,
      task: `Task ${n}`,
    },
    ...{
      outcome: "passed",
      content: { title: `Title ${n}`, description: `About ${n}`, content: `Text ${n}` },
    },
  });
  writeFileSync(path, Array.from({ length: 20_000 }, (_, n) => JSON.stringify(memory(n))).join("\n"));
  const command = spawn(process.execPath, [join(root, "bin/carryover"), "import", path], { cwd: root, env });
  let complaint = "";
  command.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const ended = new Promise((end) => command.once("close", end));
  await vi.waitFor(async () => expect(await db.memory.count()).toBeGreaterThan(0), patient);
  process.kill(pidOf("database-process"), "SIGKILL");
  expect(await ended).toBe(1);
  expect(complaint).toBe(
    "The database went away. Do it again when it is back: what was finished before is kept.\n",
  );
  await expectAllServing();
});

it("stops all three when told to", async () => {
  const ended = new Promise((end) => launcher.once("close", end));
  launcher.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(["database-process", "worker-process", "web.mjs"].map(pidOf)).toEqual([0, 0, 0]);
  expect([lockPath(dataDir), lockPath(dataDir, "launcher")].map((path) => existsSync(path))).toEqual([
    false,
    false,
  ]);
});
