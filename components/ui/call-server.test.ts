import { afterEach, describe, expect, it, vi } from "vitest";
import { ok } from "#lib/shared/result.ts";
import { callServer, fetchJson } from "./call-server.ts";

it("hands on what the server answered", async () => {
  expect(await callServer(async () => ok({ version: 2 }))).toEqual({ ok: true, value: { version: 2 } });
});

it("turns a server that is gone into a failure that can be shown beside what is typed", async () => {
  const gone = await callServer(async () => {
    throw new TypeError("Failed to fetch");
  });
  expect(gone).toMatchObject({ ok: false, error: { code: "unavailable" } });
});

it("tells a server that failed from one that is gone", async () => {
  const failed = await callServer(async () => {
    throw Object.assign(new Error("An error occurred"), { digest: "123" });
  });
  expect(failed).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/^The server failed/) },
  });
});

describe("fetchJson", () => {
  afterEach(() => vi.unstubAllGlobals());
  const answering = (answer: () => Promise<Response>) => {
    vi.stubGlobal("fetch", answer);
    return fetchJson("/api/x");
  };

  it("hands on what was answered, and what the server says is wrong", async () => {
    expect(await answering(async () => Response.json({ a: 1 }))).toEqual({ ok: true, value: { a: 1 } });
    const error = { code: "not_found", message: "There is no such map." };
    expect(await answering(async () => Response.json({ error }, { status: 404 }))).toEqual({
      ok: false,
      error,
    });
  });

  it.each<[string, () => Promise<Response>]>([
    ["a server that is gone", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["an answer without words", async () => new Response("<html>", { status: 502 })],
    ["an answer that was cut off", async () => new Response('{"a":')],
  ])("turns %s into a sentence", async (_what, answer) => {
    expect(await answering(answer)).toMatchObject({
      ok: false,
      error: { code: "unavailable", message: expect.stringMatching(/[Tt]ry again/) },
    });
  });

  it("says that it was aborted", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new DOMException("Aborted", "AbortError")));
    expect(await fetchJson("/api/x", { signal: AbortSignal.abort() })).toMatchObject({
      error: { code: "canceled" },
    });
  });
});
