import { expect, it } from "vitest";
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
