import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, expect, it } from "vitest";
import { childEnvironment } from "#lib/env.ts";
import { endpointOf } from "./endpoint.ts";

const folder = mkdtempSync(join(tmpdir(), "carryover-full-"));
const dataDir = join(folder, "data");
const full = join(folder, "full");
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Loaded before the database: while the file `full` is there, no write gets through, as on a full disk. */
const fillable = `
import fs from "node:fs";
for (const name of ["writeSync", "ftruncateSync"]) {
  const write = fs[name];
  fs[name] = (...given) => {
    if (given[0] > 2 && fs.existsSync(${JSON.stringify(full)}))
      throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC", errno: -28 });
    return write(...given);
  };
}`;

async function startProcess(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, "database-process.ts"), [], {
    cwd: folder,
    env: childEnvironment({ CARRYOVER_DATA_DIR: dataDir, DATABASE_URL: "" }),
    execArgv: [
      "--disable-warning=ExperimentalWarning",
      "--import",
      `data:text/javascript,${encodeURIComponent(fillable)}`,
    ],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  children.push(child);
  const [news] = (await once(child, "message")) as [{ ready?: unknown }];
  expect(news.ready).toBeDefined();
  return child;
}

async function connect(): Promise<Client> {
  const client = new Client({ ...endpointOf(dataDir), user: "postgres", database: "postgres" });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

it("ends with a sentence when its log can't be written, and has all that was acknowledged afterwards", async () => {
  mkdirSync(dataDir);
  const first = await startProcess();
  let told = "";
  first.stderr?.on("data", (chunk) => {
    told += chunk;
  });
  const client = await connect();
  await client.query("CREATE TABLE kept AS SELECT 42 AS answer");
  writeFileSync(full, "");
  const ended = once(first, "exit");
  const lost = client.query("UPDATE kept SET answer = 43").catch((error: Error) => error.message);
  expect(await lost).toMatch(/could not write to log file .*: No space left on device/);
  expect((await ended)[0]).toBe(1);
  expect(told).toMatch(/^The embedded database in .* ended \(.+\)\.\n$/);

  rmSync(full);
  expect(existsSync(full)).toBe(false);
  await startProcess();
  const again = await connect();
  expect((await again.query("SELECT answer FROM kept")).rows).toEqual([{ answer: 42 }]);
  await again.end();
});
