import { expect, it } from "vitest";
import { longestBody, readJsonBody } from "./read-json-body.ts";

function post(body: BodyInit, type = "application/json", headers: Record<string, string> = {}) {
  const init = { method: "POST", body, headers: { "content-type": type, ...headers }, duplex: "half" };
  return new Request("http://127.0.0.1:3000/api/retrieve", init as RequestInit);
}

it.each([
  { request: post('{"query": "x"}'), read: { ok: true, value: { query: "x" } }, why: "JSON" },
  { request: post("{}", "application/json; charset=utf-8"), read: { ok: true }, why: "a charset beside it" },
  { request: post('{"query"'), read: { ok: false, status: 400 }, why: "half of it" },
  {
    request: post("q=x", "text/plain"),
    read: { ok: false, status: 415 },
    why: "what a form of another site sends",
  },
  { request: post(`"${"x".repeat(longestBody)}"`), read: { ok: false, status: 413 }, why: "too much" },
])("$why", async ({ request, read }) => {
  expect(await readJsonBody(request)).toMatchObject(read);
});

it("stops reading where a body of no stated length becomes too long", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1 << 16;
      controller.enqueue(new Uint8Array(1 << 16));
    },
  });
  expect(await readJsonBody(post(endless))).toMatchObject({ status: 413 });
  expect(sent).toBeLessThan(3 * longestBody);
});
