import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, expect, it } from "vitest";
import { childEnvironment } from "#lib/env.ts";
import { readEndpoint } from "./endpoint.ts";
import { lockHolder } from "./lock.ts";

const dataDir = mkdtempSync(join(tmpdir(), "carryover-process-"));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
});

type News = { ready?: unknown; failed?: string };

async function startProcess(): Promise<{ child: ChildProcess; news: News }> {
  const child = fork(join(import.meta.dirname, "database-process.ts"), [], {
    cwd: dataDir,
    env: childEnvironment({ CARRYOVER_DATA_DIR: dataDir, DATABASE_URL: "" }),
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  children.push(child);
  const [news] = (await once(child, "message")) as [News];
  return { child, news };
}

async function ask(sql: string): Promise<unknown[]> {
  const { host = "", port = 0 } = readEndpoint(dataDir) ?? {};
  const client = new Client({ host, port, user: "postgres", database: "postgres" });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

it("owns its directory alone, keeps what it was told, and hands over after a kill", async () => {
  const first = await startProcess();
  expect(first.news.ready).toBeDefined();
  expect(lockHolder(dataDir)).toBe(first.child.pid);
  await ask("CREATE TABLE kept AS SELECT 42 AS answer");

  const second = await startProcess();
  expect(second.news.failed).toContain(`in use by process ${first.child.pid}`);

  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  const third = await startProcess();
  expect(third.news.ready).toBeDefined();
  expect(await ask("SELECT answer FROM kept")).toEqual([{ answer: 42 }]);

  // A stop of the whole process group is for the launcher to pass on.
  third.child.kill("SIGTERM");
  await setTimeout(300);
  expect(third.child.exitCode).toBeNull();
  third.child.disconnect();
  await once(third.child, "exit");
  expect(lockHolder(dataDir)).toBeNull();
  expect(readEndpoint(dataDir)).toBeNull();
});
