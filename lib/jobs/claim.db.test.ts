import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { afterEach, describe, expect, it, vi } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { ok } from "#lib/shared/result.ts";
import { ClaimLost } from "./claim.ts";
import type { JobHandler } from "./context.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { getJob, listUnfinishedJobs } from "./queries.ts";
import { recordCrash, requeueAbandoned, resendMessages } from "./requeue-jobs.ts";
import { runJob } from "./run-job.ts";

const database = testDatabase();
const patient = { timeout: 30_000 };
const options = { stop: new AbortController().signal, lastTry: false };
afterEach(() => {
  vi.restoreAllMocks();
});

function enqueue(): Promise<string> {
  return enqueueJob(database.db, { kind: "lint", input: {}, actor: { name: "ada", role: "editor" } });
}

function run(id: string, handler: JobHandler): Promise<void> {
  return runJob(database.db, id, () => handler, options);
}

/** Leaves a job as a worker does that was killed: running, held by a process that is no more. */
async function leaveRunning(id: string): Promise<void> {
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  await database.db.job.update({
    where: { id },
    data: {
      state: "running",
      claimId: crypto.randomUUID(),
      claimedBy: `${hostname()} ${dead} 1`,
      tries: { increment: 1 },
    },
  });
}

const space = (worker: string) => ({ provider: "lexical", model: worker, dimensions: 3 });

it("lets one of two workers end a job and write for it when the first sleeps beyond its lease", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { db } = database;
  const id = await enqueue();
  let wake = () => {};
  const sleeping = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const refused: unknown[] = [];
  const first = run(id, async (guarded) => {
    await guarded.embeddingSpace.create({ data: space("first, awake") });
    await sleeping;
    const attempts = [
      () => guarded.$transaction((tx) => tx.embeddingSpace.create({ data: space("first, asleep") })),
      () => guarded.embeddingSpace.create({ data: space("first, asleep") }),
      () => guarded.$executeRaw`UPDATE "EmbeddingSpace" SET "dimensions" = 4`,
    ];
    for (const attempt of attempts) refused.push(await attempt().catch((error: unknown) => error));
    return ok({ by: "first" });
  });
  await vi.waitFor(async () => expect(await db.embeddingSpace.count()).toBe(1), patient);
  // As seen from here it works on another machine, and its heart stopped.
  const elsewhere = { claimedBy: "elsewhere 1 1", updatedAt: new Date(Date.now() - 3_600_000) };
  await vi.waitFor(async () => {
    await db.job.update({ where: { id }, data: elsewhere });
    expect(await requeueAbandoned(db)).toBe(1);
  }, patient);
  await run(id, async (guarded) => {
    await guarded.$transaction((tx) => tx.embeddingSpace.create({ data: space("second") }));
    return ok({ by: "second" });
  });
  wake();
  await first;
  expect(refused).toEqual([expect.any(ClaimLost), expect.any(ClaimLost), expect.any(ClaimLost)]);
  expect(await getJob(db, id)).toMatchObject({ state: "succeeded", result: { by: "second" } });
  const spaces = await db.embeddingSpace.findMany({ orderBy: { model: "asc" } });
  expect(spaces.map(({ model, dimensions }) => [model, dimensions])).toEqual([
    ["first, awake", 3],
    ["second", 3],
  ]);
});

describe("requeueAbandoned", () => {
  it("gives a dead worker's job back at once, and fails it when that happened three times", async () => {
    const id = await enqueue();
    for (const state of ["queued", "queued", "failed"]) {
      await leaveRunning(id);
      expect(await requeueAbandoned(database.db)).toBe(1);
      expect(await getJob(database.db, id)).toMatchObject({ state });
    }
    expect((await getJob(database.db, id))?.error).toBe(
      "The worker stopped three times while working on this. It is not tried again.",
    );
  });

  it("leaves alone what somebody works on", async () => {
    const id = await enqueue();
    await run(id, async (_db, _input, { jobId }) => {
      await database.db.job.update({ where: { id: jobId }, data: { updatedAt: new Date(0) } });
      expect(await requeueAbandoned(database.db, { lease: 0 })).toBe(0);
      expect(await requeueAbandoned(database.db, { alone: true })).toBe(0);
      return ok({});
    });
    const other = await enqueue();
    await leaveRunning(other);
    const recently = { claimedBy: "elsewhere 1 1", updatedAt: new Date(Date.now() - 1000) };
    await database.db.job.update({ where: { id: other }, data: recently });
    expect(await requeueAbandoned(database.db)).toBe(0);
    expect((await listUnfinishedJobs(database.db)).map((job) => job.id)).toContain(other);
    expect(await requeueAbandoned(database.db, { lease: 0 })).toBe(1);
    await leaveRunning(other);
    await database.db.job.update({ where: { id: other }, data: recently });
    expect(await requeueAbandoned(database.db, { alone: true })).toBe(1);
  });

  it("tells what ended the worker, where it could say so", async () => {
    const id = await enqueue();
    await run(id, async () => {
      await recordCrash(database.db, "Invalid string length");
      expect(await database.db.job.findUnique({ where: { id } })).toMatchObject({
        error: "Invalid string length",
      });
      expect(await getJob(database.db, id)).toMatchObject({ state: "running", error: null });
      return ok({});
    });
    const dying = await enqueue();
    await leaveRunning(dying);
    const data = { tries: 3, error: "Invalid string length" };
    await database.db.job.update({ where: { id: dying }, data });
    await requeueAbandoned(database.db);
    expect((await getJob(database.db, dying))?.error).toMatch(/on this: Invalid string length\. It is/);
  });
});

it("replaces a message that got lost", async () => {
  const id = await enqueue();
  await database.db.$executeRaw`DELETE FROM pgboss.job WHERE data->>'jobId' = ${id}`;
  await resendMessages(database.db);
  const [sent] = await database.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE data->>'jobId' = ${id}`;
  expect(sent?.count).toBe(1);
});
