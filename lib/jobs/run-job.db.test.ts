import { expect, it } from "vitest";
import type { Db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing.ts";
import { err, ok } from "#lib/shared/result.ts";
import { cancelJob } from "./cancel-job.ts";
import type { JobHandler } from "./context.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { getJob, listJobs } from "./queries.ts";
import { queueOf } from "./queue.ts";
import { runJob } from "./run-job.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;
const running = { stop: new AbortController().signal, lastTry: true };

function enqueue(): Promise<string> {
  return enqueueJob(database.db, { kind: "lint", input: { rule: "paths" }, actor });
}

async function runWith(id: string, handler: JobHandler, options = running): Promise<void> {
  await runJob(database.db, id, () => handler, options);
}

it("writes the row and the message in one transaction", async () => {
  const id = await enqueue();
  const sent = await database.db.$queryRaw<{ data: { jobId: string } }[]>`
    SELECT data FROM pgboss.job WHERE name = ${queueOf("lint")} AND data->>'jobId' = ${id}`;
  expect(sent).toHaveLength(1);
  const before = await listJobs(database.db, { page: 1, pageSize: 50 });
  const failed = database.db.$transaction(async (tx) => {
    await enqueueJob(tx, { kind: "lint", input: {}, actor });
    throw new Error("the write beside it failed");
  });
  await expect(failed).rejects.toThrow("the write beside it failed");
  expect((await listJobs(database.db, { page: 1, pageSize: 50 })).total).toBe(before.total);
});

it("runs a job to its result", async () => {
  const id = await enqueue();
  await runWith(id, async (_db, input) => ok({ saw: input as { rule: string } }));
  expect(await getJob(database.db, id)).toMatchObject({
    state: "succeeded",
    progress: 1,
    result: { saw: { rule: "paths" } },
  });
});

it("does nothing for a message delivered twice", async () => {
  const id = await enqueue();
  let runs = 0;
  const count: JobHandler = async () => {
    runs += 1;
    return ok({});
  };
  await runWith(id, count);
  await runWith(id, count);
  expect(runs).toBe(1);
});

it("shows the sentence of an expected failure", async () => {
  const id = await enqueue();
  await runWith(id, async () => err("unavailable", "Set OPENAI_API_KEY."));
  expect(await getJob(database.db, id)).toMatchObject({ state: "failed", error: "Set OPENAI_API_KEY." });
});

it("tries a thrown error three times, later each time, and then fails with its reason", async () => {
  const id = await enqueue();
  const broken: JobHandler = async () => {
    throw new Error("connection lost");
  };
  const retried = { ...running, lastTry: false };
  await runWith(id, broken, retried);
  expect(await getJob(database.db, id)).toMatchObject({ state: "queued" });
  const waits = await database.db.$queryRaw<{ seconds: number }[]>`
    SELECT round(extract(epoch FROM start_after - created_on))::int AS seconds
    FROM pgboss.job WHERE data->>'jobId' = ${id} ORDER BY created_on`;
  expect(waits).toEqual([{ seconds: 0 }, { seconds: 2 }]);
  await runWith(id, broken, retried);
  await runWith(id, broken, retried);
  expect(await getJob(database.db, id)).toMatchObject({ state: "failed", error: "connection lost" });
});

it("fails at once where this is the last try", async () => {
  const id = await enqueue();
  await runWith(id, async () => {
    throw new Error("no such table");
  });
  expect(await getJob(database.db, id)).toMatchObject({ state: "failed", error: "no such table" });
});

it("goes back to the queue, uncounted, when the worker stops", async () => {
  const id = await enqueue();
  for (let stops = 0; stops < 5; stops++) {
    const stop = new AbortController();
    await runWith(
      id,
      async (_db, _input, { signal }) => {
        stop.abort(new Error("The worker is stopping"));
        throw signal.reason;
      },
      { stop: stop.signal, lastTry: false },
    );
  }
  expect(await database.db.job.findUnique({ where: { id } })).toMatchObject({ state: "queued", tries: 0 });
});

it("cancels a queued job at once and a running one at its next step", async () => {
  const queued = await enqueue();
  expect((await cancelJob(database.db, queued, actor)).ok).toBe(true);
  expect(await getJob(database.db, queued)).toMatchObject({ state: "canceled" });
  const id = await enqueue();
  await runWith(id, async (db, _input, context) => {
    await cancelJob(db, id, actor);
    while (!context.signal.aborted) await new Promise((resume) => setTimeout(resume, 20));
    throw context.signal.reason;
  });
  expect(await getJob(database.db, id)).toMatchObject({ state: "canceled" });
  expect(await cancelJob(database.db, id, actor)).toMatchObject({ ok: false, error: { code: "conflict" } });
});

it("rejects a reader's cancel and an unknown job", async () => {
  const id = await enqueue();
  expect(await cancelJob(database.db, id, { name: "rae", role: "reader" })).toMatchObject({
    error: { code: "forbidden" },
  });
  const unknown = "00000000-0000-7000-8000-000000000000";
  expect(await cancelJob(database.db, unknown, actor)).toMatchObject({ error: { code: "not_found" } });
});

it("runs once when two workers take the same message at the same moment", async () => {
  const id = await enqueue();
  let runs = 0;
  const count: JobHandler = async () => {
    runs += 1;
    return ok({ runs });
  };
  await Promise.all([1, 2, 3, 4].map(() => runWith(id, count)));
  expect(runs).toBe(1);
  expect(await getJob(database.db, id)).toMatchObject({ state: "succeeded", result: { runs: 1 } });
});

it("fails with a reason where no handler knows the kind", async () => {
  const id = await enqueue();
  await runJob(database.db, id, () => undefined, running);
  expect(await getJob(database.db, id)).toMatchObject({
    state: "failed",
    error: "No handler for jobs of kind lint",
  });
});

it.each<[string, JobHandler]>([
  ["an error", async () => Promise.reject(new Error("the log says \u0000 here"))],
  ["a sentence", async () => err("unavailable", "the log says \u0000 here")],
  ["a result", async () => ok({ said: "\u0000" })],
])("ends a job whose handler gives %s that no database stores", async (_what, handler) => {
  const id = await enqueue();
  await runWith(id, handler);
  const job = await getJob(database.db, id);
  expect(job?.state).toBe("failed");
  expect(job?.error).toBeTruthy();
});

it("keeps what finished chunks wrote, and nothing of the chunk that failed", async () => {
  const { db } = database;
  const id = await enqueue();
  const write = (tx: Db, key: string) => tx.setting.create({ data: { key, value: 1 } });
  await runWith(id, async (guarded) => {
    await guarded.$transaction((tx) => write(tx, "chunk 1"));
    await guarded.$transaction(async (tx) => {
      await write(tx, "chunk 2");
      throw new Error("the disk is full");
    });
    return ok({});
  });
  expect(await getJob(db, id)).toMatchObject({ state: "failed", error: "the disk is full" });
  const kept = await db.setting.findMany({ where: { key: { startsWith: "chunk" } } });
  expect(kept.map(({ key }) => key)).toEqual(["chunk 1"]);
});

it("forgets why it was tried before once it succeeds", async () => {
  const id = await enqueue();
  const once = { ...running, lastTry: false };
  await runWith(id, async () => Promise.reject(new Error("connection lost")), once);
  await runWith(id, async () => ok({}), once);
  expect(await database.db.job.findUnique({ where: { id } })).toMatchObject({
    state: "succeeded",
    error: null,
    tries: 2,
  });
});

it("ends canceled where its handler says so, and is never begun when it was canceled before", async () => {
  const id = await enqueue();
  await runWith(id, async () => err("canceled", "Stopped."));
  expect(await getJob(database.db, id)).toMatchObject({ state: "canceled", error: null });
  const early = await enqueue();
  await cancelJob(database.db, early, actor);
  await runWith(early, async () => {
    throw new Error("It was begun.");
  });
  expect(await getJob(database.db, early)).toMatchObject({ state: "canceled", startedAt: null });
});

it("lists the newest first, page by page without a gap, and the failed of late alone", async () => {
  const { db } = database;
  const { total } = await listJobs(db, { page: 1, pageSize: 1 });
  const pages: string[] = [];
  for (let page = 1; page <= Math.ceil(total / 3); page++)
    pages.push(...(await listJobs(db, { page, pageSize: 3 })).rows.map(({ id }) => id));
  const whole = await listJobs(db, { page: 1, pageSize: total });
  expect(pages).toEqual(whole.rows.map(({ id }) => id));
  expect(whole.rows.map(({ createdAt }) => createdAt)).toEqual(
    whole.rows
      .map(({ createdAt }) => createdAt)
      .sort()
      .reverse(),
  );
  expect((await listJobs(db, { page: total + 1, pageSize: 3 })).rows).toEqual([]);
  const failed = await listJobs(db, { page: 1, pageSize: total, failedSince: new Date(0) });
  expect(failed.total).toBe(whole.rows.filter(({ state }) => state === "failed").length);
  const none = await listJobs(db, { page: 1, pageSize: 9, failedSince: new Date(Date.now() + 60_000) });
  expect(none).toEqual({ rows: [], total: 0 });
});
