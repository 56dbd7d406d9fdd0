import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runInChild, spawnCommandLine } from "#bench/command-line-child.ts";
import { startDatabaseServer } from "#lib/db/database-server.ts";
import { readEndpoint } from "#lib/db/endpoint.ts";
import { writeOutputs } from "#lib/testing/harbor-outputs.ts";

const TRIALS = 600;
let folder: string;
let dataDir: string;
let outputs: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carryover-kill-"));
  dataDir = join(folder, "data");
  outputs = join(folder, "outputs");
  await writeOutputs(outputs, { arms: ["insight"], tasks: TRIALS, attempts: 1, steps: 3 });
  await runInChild(dataDir, ["runs"]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** One query on the database of whoever serves it. */
async function ask<T>(sql: string): Promise<T | undefined> {
  const endpoint = readEndpoint(dataDir);
  if (!endpoint) return undefined;
  const client = new Client({ ...endpoint, user: "postgres", database: "postgres" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows[0];
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const held = () =>
  ask<{ runs: number; trials: number; trajectories: number; retrievals: number; unfinished: number | null }>(
    `SELECT (SELECT count(*)::int FROM "Run") AS runs, (SELECT count(*)::int FROM "Trial") AS trials,
      (SELECT count(*)::int FROM "Trajectory") AS trajectories, (SELECT count(*)::int FROM "Retrieval") AS retrievals,
      (SELECT max("unfinishedTrials") FROM "Run") AS unfinished`,
  );

it("marks a run whose import was killed, and completes it without doubling anything", async () => {
  const child = spawnCommandLine(dataDir, ["import", outputs]);
  const ended = once(child, "exit");
  while (child.exitCode === null && !(await held())?.trials) await sleep(20);
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);

  const server = await startDatabaseServer(dataDir);
  if (!server.ok) throw new Error(server.error.message);
  try {
    const half = await held();
    expect(half).toMatchObject({ runs: 1, unfinished: TRIALS });
    expect(half?.trials).toBeGreaterThan(0);
    expect(half?.trials).toBeLessThan(TRIALS);
    expect(half?.trajectories).toBe(half?.trials);

    expect(await runInChild(dataDir, ["import", outputs])).toMatchObject({ code: 0 });
    const whole = { runs: 1, trials: TRIALS, trajectories: TRIALS, retrievals: 3 * TRIALS, unfinished: null };
    expect(await held()).toEqual(whole);
    const again = await runInChild(dataDir, ["import", outputs]);
    expect(again.stdout).toMatch(new RegExp(`trials +0 +0 +${TRIALS} +0`));
    expect(await held()).toEqual(whole);
  } finally {
    await server.value.stop();
  }
}, 180_000);
