import { expect, it, vi } from "vitest";
import type { Db } from "#lib/db/client.ts";
import { watchJob } from "./watch-job.ts";

const row = {
  id: "1",
  kind: "lint",
  state: "running",
  stage: null,
  progress: 0,
  result: null,
  error: null,
  actor: "ada",
  createdAt: new Date(0),
  startedAt: null,
  finishedAt: null,
};

/** A database whose job is another one at each look; the last stays. */
function rows(...changes: (Partial<typeof row> | null)[]) {
  let looks = 0;
  const findUnique = vi.fn(async () => {
    const change = changes[Math.min(looks++, changes.length - 1)];
    return change ? { ...row, ...change } : null;
  });
  return { db: { job: { findUnique } } as unknown as Db, findUnique };
}

async function seen(db: Db, signal = new AbortController().signal): Promise<string[]> {
  const states: string[] = [];
  for await (const job of watchJob(db, "1", signal)) states.push(`${job.state} ${job.progress}`);
  return states;
}

it("ends at once with a job that is finished", async () => {
  const { db, findUnique } = rows({ state: "failed" });
  expect(await seen(db)).toEqual(["failed 0"]);
  expect(findUnique).toHaveBeenCalledOnce();
});

it("ends at once where there is no such job", async () => {
  expect(await seen(rows(null).db)).toEqual([]);
});

it("tells a change once, and nothing where nothing changed", async () => {
  const { db } = rows({}, {}, { progress: 0.5 }, { state: "succeeded", progress: 1 });
  expect(await seen(db)).toEqual(["running 0", "running 0.5", "succeeded 1"]);
});

it("ends when the job is deleted under it", async () => {
  expect(await seen(rows({}, null).db)).toEqual(["running 0"]);
});

it("ends in the middle of waiting when the reader leaves", async () => {
  const leaving = new AbortController();
  const { db, findUnique } = rows({});
  const told: string[] = [];
  for await (const job of watchJob(db, "1", leaving.signal)) {
    told.push(job.state);
    queueMicrotask(() => leaving.abort());
  }
  expect(told).toEqual(["running"]);
  expect(findUnique).toHaveBeenCalledOnce();
});

it("asks nothing for a reader who has left already", async () => {
  const { db, findUnique } = rows({});
  expect(await seen(db, AbortSignal.abort())).toEqual([]);
  expect(findUnique).not.toHaveBeenCalled();
});
