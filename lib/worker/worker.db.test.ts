import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import type { PgBoss } from "pg-boss";
import { afterEach, expect, it, vi } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { getJob } from "#lib/jobs/queries.ts";
import { type JobMessage, queueNames } from "#lib/jobs/queue.ts";
import { startWorker } from "./worker.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;
afterEach(() => {
  vi.restoreAllMocks();
});

type Work = (messages: { data: JobMessage }[]) => Promise<void>;

/** A queue that delivers what the test says; the rest of it is the database's. */
function fakeQueue() {
  const works = new Map<string, Work>();
  const listeners: ((error: Error) => void)[] = [];
  const stop = vi.fn(async () => undefined);
  const queue = {
    on: (_event: string, listener: (error: Error) => void) => listeners.push(listener),
    work: async (name: string, _options: object, work: Work) => works.set(name, work),
    stop,
  } as unknown as PgBoss;
  const deliver = (name: string, ...jobIds: string[]) =>
    works.get(name)?.(jobIds.map((jobId) => ({ data: { jobId } })));
  return {
    queue,
    works,
    stop,
    deliver,
    fail: (error: Error) => listeners.forEach((tell) => void tell(error)),
  };
}

function enqueue(kind: "lint" | "generate" = "lint"): Promise<string> {
  return enqueueJob(database.db, { kind, input: {}, actor });
}

async function messagesOf(id: string): Promise<number> {
  const [row] = await database.db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pgboss.job WHERE data->>'jobId' = ${id}`;
  return row?.n ?? 0;
}

it("works off both queues, in the order of their messages, and runs nothing twice", async () => {
  const { queue, works, deliver } = fakeQueue();
  const worker = await startWorker(database.db, queue);
  expect([...works.keys()]).toEqual([...queueNames]);
  const [first, second] = [await enqueue(), await enqueue()];
  await deliver("carryover-compute", first, second, first);
  const [one, two] = [await getJob(database.db, first), await getJob(database.db, second)];
  expect([one?.state, two?.state]).toEqual(["succeeded", "succeeded"]);
  expect(Date.parse(one?.finishedAt ?? "")).toBeLessThanOrEqual(Date.parse(two?.startedAt ?? ""));
  expect(await database.db.job.findUnique({ where: { id: first } })).toMatchObject({ tries: 1 });
  await worker.stop();
});

it("passes over a message whose job is gone", async () => {
  const { queue, deliver } = fakeQueue();
  const worker = await startWorker(database.db, queue);
  const id = await enqueue();
  await database.db.job.delete({ where: { id } });
  await deliver("carryover-compute", id);
  expect(await getJob(database.db, id)).toBeNull();
  await worker.stop();
});

it("takes back at its start what a dead worker left, and sends messages that got lost", async () => {
  const { db } = database;
  const [left, lost] = [await enqueue(), await enqueue()];
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  await db.job.update({
    where: { id: left },
    data: { state: "running", claimId: crypto.randomUUID(), claimedBy: `${hostname()} ${dead} 1`, tries: 1 },
  });
  await db.$executeRaw`DELETE FROM pgboss.job WHERE data->>'jobId' IN (${left}, ${lost})`;
  const { queue } = fakeQueue();
  const worker = await startWorker(db, queue);
  expect(await getJob(db, left)).toMatchObject({ state: "queued" });
  expect(await messagesOf(left)).toBeGreaterThan(0);
  expect(await messagesOf(lost)).toBe(1);
  await worker.stop();
});

it("begins nothing any more once it stops: a job that it is handed then waits for the next worker", async () => {
  const { queue, deliver, stop } = fakeQueue();
  const worker = await startWorker(database.db, queue);
  await worker.stop();
  expect(stop).toHaveBeenCalledWith({ graceful: true, timeout: 5000 });
  const id = await enqueue();
  await deliver("carryover-compute", id);
  expect(await database.db.job.findUnique({ where: { id } })).toMatchObject({ state: "queued", tries: 0 });
});

it("tells an error of the queue once, without what means nothing to a person", async () => {
  const told = vi.spyOn(console, "error").mockReturnValue();
  const { queue, fail } = fakeQueue();
  const worker = await startWorker(database.db, queue);
  for (let n = 0; n < 5; n++) fail(new Error("connect ECONNREFUSED (Queue: carryover-compute, Worker: 1a)"));
  expect(told.mock.calls).toEqual([["Queue: connect ECONNREFUSED"]]);
  await worker.stop();
});
