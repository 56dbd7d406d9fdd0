import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { RootDb } from "#lib/db/client.ts";
import { ClaimLost } from "./claim.ts";
import { startReporter } from "./reporter.ts";

const claim = { jobId: "job", claimId: "claim" };
type Write = { where: object; data: { progress?: number; stage?: string; updatedAt: Date } };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A reporter on a database that answers each write like this; `writes` holds what it was asked to write. */
function reporting(answer: () => Promise<{ cancelRequested: boolean }[]>) {
  const writes: Write[] = [];
  const updateManyAndReturn = (write: Write) => {
    writes.push(write);
    return answer();
  };
  const ending = new AbortController();
  const db = { job: { updateManyAndReturn } } as unknown as RootDb;
  return { writes, ending, reporter: startReporter(db, claim, ending) };
}

const going = async () => [{ cancelRequested: false }];

it("writes the newest progress only, and only for its own claim", async () => {
  const { writes, reporter, ending } = reporting(going);
  for (let step = 0; step <= 100; step++) reporter.progress(step / 200, `step ${step}`);
  await vi.advanceTimersByTimeAsync(400);
  expect(writes).toHaveLength(1);
  expect(writes[0]?.data).toMatchObject({ progress: 0.5, stage: "step 100" });
  expect(writes[0]?.where).toEqual({ id: "job", claimId: "claim", state: "running" });
  expect(ending.signal.aborted).toBe(false);
  await reporter.stop();
});

it("gives a sign of life where nothing was told yet", async () => {
  const { writes, reporter } = reporting(going);
  await vi.advanceTimersByTimeAsync(1200);
  expect(writes.map(({ data }) => Object.keys(data))).toEqual([["updatedAt"], ["updatedAt"], ["updatedAt"]]);
  await reporter.stop();
});

it.each([
  [-1, 0],
  [1.5, 1],
  [Number.POSITIVE_INFINITY, 1],
  [Number.NaN, 0],
])("takes a share of %d for %d", async (share, written) => {
  const { writes, reporter } = reporting(going);
  reporter.progress(share, "dividing");
  await vi.advanceTimersByTimeAsync(400);
  expect(writes[0]?.data.progress).toBe(written);
  await reporter.stop();
});

it("ends the work when somebody canceled it", async () => {
  const { ending, reporter } = reporting(async () => [{ cancelRequested: true }]);
  await vi.advanceTimersByTimeAsync(400);
  expect(ending.signal.reason).toEqual(new Error("canceled"));
  await reporter.stop();
});

it("ends the work when another worker has the claim", async () => {
  const { ending, reporter } = reporting(async () => []);
  await vi.advanceTimersByTimeAsync(400);
  expect(ending.signal.reason).toBeInstanceOf(ClaimLost);
  await reporter.stop();
});

it("piles up no writes while the database is away, says so once, and goes on after", async () => {
  const told = vi.spyOn(console, "error").mockReturnValue();
  let down = true;
  const { writes, ending, reporter } = reporting(async () => {
    if (!down) return [{ cancelRequested: false }];
    await new Promise((resolve) => setTimeout(resolve, 2000));
    throw new Error("connection refused");
  });
  await vi.advanceTimersByTimeAsync(8000);
  expect(writes.length).toBeLessThanOrEqual(4);
  expect(told.mock.calls).toEqual([["Progress of job job: connection refused"]]);
  expect(ending.signal.aborted).toBe(false);
  down = false;
  await vi.advanceTimersByTimeAsync(4000);
  expect(writes.length).toBeGreaterThan(6);
  await reporter.stop();
});

it("writes nothing any more once it is stopped, and waits for the write under way", async () => {
  let written = false;
  const { writes, reporter } = reporting(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    written = true;
    return [{ cancelRequested: false }];
  });
  await vi.advanceTimersByTimeAsync(400);
  const stopped = reporter.stop();
  expect(written).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  await stopped;
  expect(written).toBe(true);
  reporter.progress(1, "too late");
  await vi.advanceTimersByTimeAsync(5000);
  expect(writes).toHaveLength(1);
});
