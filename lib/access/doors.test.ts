import { describe, expect, it } from "vitest";
import { authorizeWrite } from "./actor.ts";
import { answerByState } from "./answer-by-state.ts";
import { foreignRequestReason } from "./foreign-request.ts";
import { mostBodyBytes, requestRefusal } from "./request-limits.ts";
import { busyResponse, failureResponse } from "./route.ts";

const reason = (method: string, headers: Record<string, string>) =>
  foreignRequestReason(method, new Headers(headers));

describe("whose request it is", () => {
  it.each([
    "localhost.evil.example",
    "localhost.",
    "evil.example",
    "evil.example:3000",
    "127.0.0.1.nip.io:3000",
    "127.0.0.2:3000",
    "0.0.0.0:3000",
    "[::]:3000",
    "[::ffff:127.0.0.1]:3000",
    "user@localhost:3000",
    "localhost:3000:3000",
    "localhost:",
    "2130706433",
    "localhost, evil.example",
    ":3000",
  ])("a Host of %j is not this machine's", (host) => {
    expect(reason("GET", { host })).toMatch(/Open it under one of these names\.$/);
  });

  it.each(["PUT", "PATCH", "DELETE", "POST", "post", "TRACE", "PURGE", ""])(
    "%j may change something, and needs an origin of ours",
    (method) => {
      const host = "localhost:3000";
      expect(reason(method, { host, origin: "http://evil.example" })).not.toBeNull();
      expect(reason(method, { host, origin: "http://localhost:3000" })).toBeNull();
    },
  );

  it.each(["get", "HEAD", "OPTIONS"])("%s changes nothing", (method) => {
    expect(
      reason(method, {
        host: "localhost:3000",
        origin: "http://evil.example",
        "sec-fetch-site": "cross-site",
      }),
    ).toBeNull();
  });

  it.each([
    ["", null, "an empty origin is none"],
    ["http://LOCALHOST:3000", null, "names ignore case"],
    ["http://localhost:3000.evil.example", "another site", "no URL that begins like ours"],
    ["http://localhost:3000@evil.example", "another site", "our name as a user of another"],
    ["http://127.0.0.1:3000", "another site", "another name of ours is another origin"],
    ["localhost:3000", "another site", "no origin at all"],
    ["file://", "another site", "a page from the disk"],
  ])("an origin of %j is %s: %s", (origin, refused, _why) => {
    const said = reason("POST", { host: "localhost:3000", origin });
    if (refused === null) expect(said).toBeNull();
    else expect(said).toBe("A page of another site may not change anything here.");
  });

  it("believes a browser that says where it comes from rather than an origin of ours", () => {
    const own = { host: "localhost:3000", origin: "http://localhost:3000" };
    expect(reason("POST", { ...own, "sec-fetch-site": "cross-site" })).not.toBeNull();
    expect(reason("POST", { ...own, "sec-fetch-site": "none" })).toBeNull();
  });
});

describe("how much a request may be", () => {
  const refused = (address: string) => requestRefusal("GET", address, new Headers())?.status ?? null;

  it.each([
    [`/memories?q=${"x".repeat(12_000)}`, null, "a parameter of just that length"],
    [`/memories?q=${"x".repeat(12_001)}`, 414, "one character more"],
    [`/memories?q=${"%20".repeat(4_600)}`, null, "its length is that of the text, not of its escapes"],
    [`/${"x".repeat(200)}`, null, "a name of just that length"],
    [`/${"x".repeat(201)}`, 404, "a name of one character more"],
    [`/${"%F0%9F%99%82".repeat(100)}`, null, "a name is counted as text too"],
    [`/x?${"a&".repeat(99)}a`, null, "a hundred parameters"],
    [`/x?${"a&".repeat(100)}a`, 400, "one more"],
    ["/x?page=999999999", null, "nine digits"],
    ["/x?page=1000000000", 400, "ten digits"],
    ["/x?page=%201000000000", 400, "ten digits behind a blank"],
    ["/x?page=1e99", null, "no digits: the page reads it as it reads any text"],
    ["/x?Page=99999999999", null, "another parameter"],
    ["/x?%70age=99999999999", 400, "the name of a parameter in escapes"],
    ["/a%2Fb", null, "a slash inside a name"],
    ["/x?q=%2500", null, "an escaped escape of NUL is text"],
    ["/x?%00=1", 400, "NUL in the name of a parameter"],
    ["/%C3%28", 400, "bytes that are no UTF-8"],
  ])("%.40s: %s, %s", (address, status, _why) => {
    expect(refused(address)).toBe(status);
  });

  it.each([
    ["a length below 0", { "content-length": "-1" }, undefined],
    ["a length that is none", { "content-length": "many" }, undefined],
    ["both headers", { "content-length": "5", "transfer-encoding": "chunked" }, undefined],
    ["far too much", { "content-length": "9".repeat(30) }, 413],
    ["just that much", { "content-length": String(mostBodyBytes) }, undefined],
  ])("a body with %s", (_what, headers, status) => {
    expect(requestRefusal("POST", "/x", new Headers(headers))?.status).toBe(status);
  });
});

describe("what is answered", () => {
  it.each([
    ["invalid", 400],
    ["forbidden", 403],
    ["not_found", 404],
    ["conflict", 409],
    ["unavailable", 503],
    ["canceled", 503],
  ] as const)("%s with %i, as JSON with the sentence", async (code, status) => {
    const answer = failureResponse({ code, message: "Do this.", fields: { k: ["k is at least 1."] } });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({
      error: { code, message: "Do this.", fields: { k: ["k is at least 1."] } },
    });
  });

  it("where too much is going on: when to come again", async () => {
    const answer = busyResponse("Others are downloading.", 5);
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
  });

  it("with a state of its own each: a browser that keeps one is not told that it has the other", async () => {
    const ask = (etag: string) => new Request("http://localhost/", { headers: { "if-none-match": etag } });
    const make = async () => new Response("new");
    expect((await answerByState(ask('"a"'), "b", make)).status).toBe(200);
    expect((await answerByState(ask("b"), "b", make)).status).toBe(200);
    expect((await answerByState(ask('"b"'), "b", make)).status).toBe(304);
  });
});

it("a reader is told by name what to ask for, an editor is let through as they are", () => {
  const editor = { name: "ada", role: "editor" } as const;
  expect(authorizeWrite(editor)).toEqual({ ok: true, value: editor });
  expect(authorizeWrite({ name: "rae", role: "reader" })).toEqual({
    ok: false,
    error: {
      code: "forbidden",
      message: "rae may read but not change anything here. Ask for the editor role.",
    },
  });
});
