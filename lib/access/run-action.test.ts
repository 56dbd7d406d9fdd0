import { refresh } from "next/cache";
import { headers } from "next/headers";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { err, ok } from "#lib/shared/result.ts";
import { askAction, runAction } from "./run-action.ts";

// Both are there only while Next answers a request.
vi.mock("next/headers", () => ({ headers: vi.fn() }));
vi.mock("next/cache", () => ({ refresh: vi.fn() }));

const own = { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" };
const sent = (fields: Record<string, string>) =>
  vi.mocked(headers).mockResolvedValue(new Headers(fields) as Awaited<ReturnType<typeof headers>>);

beforeEach(() => Object.assign(globalThis, { carryoverDb: {} }));
afterEach(() => vi.clearAllMocks());

it.each([
  ["runAction", runAction],
  ["askAction", askAction],
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
  await askAction(async () => ok(1));
  await runAction(async () => err("conflict", "Somebody else was faster."));
  expect(refresh).not.toHaveBeenCalled();
  await runAction(async () => ok(1));
  expect(refresh).toHaveBeenCalledOnce();
});
