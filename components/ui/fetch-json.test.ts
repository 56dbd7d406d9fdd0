import { afterEach, describe, expect, it, vi } from "vitest";
import { fetchJson, rest } from "./fetch-json.ts";

const { signal } = new AbortController();
const answer = (make: () => Response | Error) =>
  vi.stubGlobal("fetch", async () => {
    const made = make();
    if (made instanceof Error) throw made;
    return made;
  });
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("fetchJson", () => {
  it("gives what was answered", async () => {
    answer(() => Response.json({ rows: [1] }));
    expect(await fetchJson("/api/x", signal)).toEqual({ rows: [1] });
  });

  it.each([
    [
      () => Response.json({ error: { message: "There is no memory." } }, { status: 404 }),
      "There is no memory.",
    ],
    [() => new Response("<html>", { status: 502 }), "The server answered 502. Try again."],
    [
      () => new TypeError("fetch failed"),
      "The server is not answering. Check that it is running, then try again.",
    ],
  ])("throws a sentence (%#)", async (make, says) => {
    answer(make);
    await expect(fetchJson("/api/x", signal)).rejects.toThrow(says);
  });

  it("lets a canceled question be canceled", async () => {
    const canceled = AbortSignal.abort(new Error("gone"));
    answer(() => new Error("gone"));
    await expect(fetchJson("/api/x", canceled)).rejects.toThrow("gone");
  });
});

describe("rest", () => {
  it("ends at once when the question is no longer wanted", async () => {
    const controller = new AbortController();
    const resting = rest(60_000, controller.signal);
    controller.abort(new Error("gone"));
    await expect(resting).rejects.toThrow("gone");
  });
});
