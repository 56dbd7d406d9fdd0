import { describe, expect, it } from "vitest";
import { foreignRequestReason } from "./foreign-request.ts";

const own = { host: "127.0.0.1:3000" };

describe("foreignRequestReason", () => {
  it.each<[string, Record<string, string>, string]>([
    ["GET", own, "the address that is printed"],
    ["GET", { host: "localhost:3000" }, "the name a person types"],
    ["GET", { host: "[::1]:3000" }, "IPv6 loopback"],
    ["GET", { host: "LOCALHOST" }, "names ignore case; port 80 is not written"],
    ["GET", { ...own, origin: "http://evil.example" }, "reading is harmless: the browser hides the answer"],
    ["POST", { ...own, origin: "http://127.0.0.1:3000" }, "a form of our own page"],
    ["POST", own, "a tool on this machine sends no Origin"],
    ["POST", { ...own, "sec-fetch-site": "same-origin" }, "a browser that says it is our page"],
  ])("lets %s with %o in: %s", (method, headers) => {
    expect(foreignRequestReason(method, new Headers(headers))).toBeNull();
  });

  it.each<[string, Record<string, string>, string]>([
    ["GET", {}, "no Host at all"],
    ["GET", { host: "evil.example:3000" }, "a rebound name shows in Host"],
    ["GET", { host: "127.0.0.1.evil.example" }, "a name that only begins like ours"],
    ["POST", { ...own, origin: "http://evil.example" }, "another site's form"],
    ["POST", { ...own, origin: "http://127.0.0.1:4000" }, "another program on this machine"],
    ["POST", { ...own, origin: "null" }, "a sandboxed frame has no origin to trust"],
    ["delete", { ...own, "sec-fetch-site": "cross-site" }, "a browser that tells on itself"],
    ["POST", { ...own, "sec-fetch-site": "same-site" }, "another port of this machine"],
  ])("refuses %s with %o: %s", (method, headers) => {
    expect(foreignRequestReason(method, new Headers(headers))).toMatch(/\.$/);
  });
});
