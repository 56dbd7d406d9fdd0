import { refresh } from "next/cache";
import { headers } from "next/headers";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { TimeLimitError } from "#lib/shared/time-limit.ts";
import { runAction, runReadAction } from "./run-action.ts";

// Both are there only while Next answers a request.
vi.mock("next/headers", () => ({ headers: vi.fn() }));
vi.mock("next/cache", () => ({ refresh: vi.fn() }));

const own = { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" };
const sent = (fields: Record<string, string>) =>
  vi.mocked(headers).mockResolvedValue(new Headers(fields) as Awaited<ReturnType<typeof headers>>);

// No verb of these asks it anything.
beforeEach(() => Object.assign(globalThis, { carryoverWebDb: { $extends: () => ({}) } }));
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

it.each([
  ["runAction", runAction],
  ["runReadAction", runReadAction],
])("%s refuses what is not of this machine's own pages, and runs nothing", async (_name, act) => {
  const verb = vi.fn(async () => ok("secret"));
  for (const foreign of [
    { host: "rebound.example:80" },
    { ...own, origin: "http://evil.example" },
    { ...own, origin: "null" },
    { ...own, "sec-fetch-site": "cross-site" },
  ]) {
    sent(foreign);
    const answer = await act(verb);
    expect(answer, JSON.stringify(foreign)).toMatchObject({ ok: false, error: { code: "forbidden" } });
  }
  expect(verb).not.toHaveBeenCalled();
  sent(own);
  expect(await act(verb)).toEqual(ok("secret"));
});

it("draws the view anew after a success only, and not where something was only asked", async () => {
  sent(own);
  await runReadAction(async () => ok(1));
  await runAction(async () => err("conflict", "Somebody else was faster."));
  expect(refresh).not.toHaveBeenCalled();
  await runAction(async () => ok(1));
  expect(refresh).toHaveBeenCalledOnce();
});

const stopped = {
  ok: false,
  error: {
    code: "unavailable",
    message: expect.stringMatching(/was stopped\. Check whether it was done before/),
  },
};

it("tells a verb to stop after a minute, and answers a little later whether it does or not", async () => {
  vi.useFakeTimers();
  sent(own);
  let told: unknown = null;
  const answer = runReadAction(
    (_db, _actor, signal) =>
      new Promise<Result<never>>(() => {
        signal.addEventListener("abort", () => {
          told = signal.reason;
        });
      }),
  );
  await vi.advanceTimersByTimeAsync(59_000);
  expect(told).toBeNull();
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toBeInstanceOf(TimeLimitError);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await answer).toEqual(stopped);
});

it("says in a sentence that the database gave up, and throws whatever else a verb throws", async () => {
  sent(own);
  expect(await runAction(() => Promise.reject(new TimeLimitError()))).toEqual(stopped);
  expect(refresh).not.toHaveBeenCalled();
  await expect(runAction(() => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
});

it("leaves what asks a model the time that it needs", async () => {
  vi.useFakeTimers();
  sent(own);
  const slow = () => new Promise<Result<string>>((resolve) => setTimeout(() => resolve(ok("text")), 100_000));
  const answer = runReadAction(slow, { withinMs: 180_000 });
  await vi.advanceTimersByTimeAsync(100_000);
  expect(await answer).toEqual(ok("text"));
});
