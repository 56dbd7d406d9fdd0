import { afterEach, expect, it, vi } from "vitest";
import { TimeLimitError } from "#lib/shared/time-limit.ts";
import { route } from "./route.ts";

afterEach(() => vi.restoreAllMocks());

function ask(handler: ReturnType<typeof route>, address = "/x", init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (!headers.has("host")) headers.set("host", "127.0.0.1:3000");
  return handler(new Request(`http://127.0.0.1:3000${address}`, { ...init, headers }), undefined);
}

it("hands its own requests on", async () => {
  const answer = await ask(
    route(async (request) => new Response(new URL(request.url).search)),
    "/x?a=1",
  );
  expect([answer.status, await answer.text()]).toEqual([200, "?a=1"]);
});

it.each<[string, string, RequestInit, number]>([
  ["another name for this machine", "/x", { headers: { host: "evil.example" } }, 403],
  ["another site's form", "/x", { method: "POST", headers: { origin: "http://evil.example" } }, 403],
  ["NUL", "/x?q=%00", {}, 400],
  ["a long address", `/x?q=${"y".repeat(20_000)}`, {}, 414],
  ["a large body", "/x", { method: "POST", headers: { "content-length": "60000000" } }, 413],
])("refuses %s before the handler runs", async (_what, address, init, status) => {
  const handler = vi.fn(async () => new Response("secret"));
  const answer = await ask(route(handler), address, init);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ error: { message: expect.stringMatching(/\.$/) } });
  expect(handler).not.toHaveBeenCalled();
});

it("answers a bug with a sentence, and leaves the cause to the log", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  const answer = await ask(
    route(async () => {
      throw new Error("password=secret");
    }),
  );
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("secret");
  expect(log).toHaveBeenCalledOnce();
});

it("answers in time, says when to come again, and tells the handler to stop", async () => {
  let told: AbortSignal | undefined;
  const handler = route(
    (_request, _context, signal) => {
      told = signal;
      return new Promise(() => undefined);
    },
    { withinMs: 20 },
  );
  const answer = await ask(handler);
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "30"]);
  expect(told?.aborted).toBe(true);
});

it("says the same where the database gave up", async () => {
  const answer = await ask(route(() => Promise.reject(new TimeLimitError())));
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "30"]);
});
