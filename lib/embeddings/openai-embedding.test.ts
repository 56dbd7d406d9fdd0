import { afterEach, describe, expect, test } from "vitest";
import { closeServers, type Reply, serve, vectorsOf } from "#lib/testing/embedding-server.ts";
import { batchTexts } from "./batch-texts.ts";
import { embedQuery } from "./embed-query.ts";
import { createOpenaiProvider } from "./openai-embedding.ts";

afterEach(closeServers);

const refused: Reply = { status: 400, body: { error: { message: "one input is bad" } } };

describe("the OpenAI provider", () => {
  test("sends batches, keeps the order, reads the dimensions off the reply", async () => {
    const { baseURL, requests } = await serve(vectorsOf);
    const provider = createOpenaiProvider({ baseURL, model: "m", batch: { texts: 2, characters: 100 } });
    const seen: number[] = [];
    const reply = await provider.embed(["a", "bb", "ccc"], { onProgress: (done) => seen.push(done) });
    if (!reply.ok) throw new Error(reply.error.message);
    expect(reply.value.vectors.map((vector) => vector?.[0])).toEqual([1, 2, 3]);
    expect(reply.value.dimensions).toBe(3);
    expect(provider.dimensions).toBe(3);
    expect(requests.map(({ input }) => input)).toEqual([["a", "bb"], ["ccc"]]);
    expect(seen).toEqual([2, 3]);
  });

  test("sends no empty text and cuts a very long one", async () => {
    const { baseURL, requests } = await serve(vectorsOf);
    await createOpenaiProvider({ baseURL, model: "m" }).embed(["", "x".repeat(40_000)]);
    expect(requests[0]?.input.map((text) => text.length)).toEqual([1, 32_000]);
  });

  test("waits as long as Retry-After says, then goes on", async () => {
    const { baseURL, requests } = await serve((body, nth) =>
      nth === 1
        ? { status: 429, headers: { "retry-after": "0.3" }, body: { error: { message: "slow down" } } }
        : vectorsOf(body),
    );
    const started = performance.now();
    const reply = await createOpenaiProvider({ baseURL, model: "m" }).embed(["a"]);
    expect(reply).toMatchObject({ ok: true, value: { failures: [] } });
    expect(requests).toHaveLength(2);
    expect(performance.now() - started).toBeGreaterThan(280);
  });

  test("retries a server error and a broken connection", async () => {
    const { baseURL, requests } = await serve((body, nth) =>
      nth === 1
        ? { status: 503, headers: { "retry-after-ms": "5" } }
        : nth === 2
          ? { hangUp: true }
          : vectorsOf(body),
    );
    expect(await createOpenaiProvider({ baseURL, model: "m" }).embed(["a"])).toMatchObject({ ok: true });
    expect(requests).toHaveLength(3);
  });

  test("one bad text is reported, the others are embedded", async () => {
    const { baseURL } = await serve((body) => (body.input.includes("bad") ? refused : vectorsOf(body)));
    const reply = await createOpenaiProvider({ baseURL, model: "m" }).embed([
      "a",
      "bb",
      "bad",
      "cccc",
      "ddddd",
    ]);
    if (!reply.ok) throw new Error(reply.error.message);
    expect(reply.value.vectors.map((vector) => vector?.[0] ?? null)).toEqual([1, 2, null, 4, 5]);
    expect(reply.value.failures).toEqual([{ index: 2, reason: expect.stringContaining("one input is bad") }]);
  });

  test("a text of too many tokens is cut until it fits, and the others stay whole", async () => {
    const { baseURL } = await serve((body) =>
      body.input.some((text) => text.length > 9_000) ? refused : vectorsOf(body),
    );
    const reply = await createOpenaiProvider({ baseURL, model: "m" }).embed(["a", "x".repeat(30_000)]);
    expect(reply).toMatchObject({ value: { failures: [] } });
    expect(reply.ok && reply.value.vectors.map((vector) => vector?.[0])).toEqual([1, 7_500]);
  });

  test.each([
    { status: 401, says: "OPENAI_API_KEY", why: "the key is refused" },
    { status: 404, says: "CARRYOVER_EMBEDDING_MODEL", why: "there is no such model" },
    { status: 500, says: "failed", why: "the server is broken for good" },
    { status: 429, says: "over its limit", why: "the quota is used up" },
  ])("is unavailable when $why, and never repeats the key", async ({ status, says }) => {
    const body = { error: { message: "Incorrect key sk-secret-1234 given" } };
    const { baseURL } = await serve(() => ({ status, headers: { "retry-after-ms": "1" }, body }));
    const reply = await createOpenaiProvider({
      baseURL,
      model: "m",
      apiKey: "sk-secret-1234",
      maxRetries: 1,
    }).embed(["a"]);
    expect(reply).toMatchObject({
      ok: false,
      error: { code: "unavailable", message: expect.stringContaining(says) },
    });
    expect(JSON.stringify(reply)).not.toContain("secret");
  });

  test("is unavailable when nothing listens or nothing comes in time", async () => {
    const dead = await createOpenaiProvider({
      baseURL: "http://127.0.0.1:9/v1",
      model: "m",
      maxRetries: 0,
    }).embed(["a"]);
    expect(dead).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("can't be reached") },
    });
    const { baseURL } = await serve((body) => ({ ...vectorsOf(body), delayMs: 500 }));
    const slow = await createOpenaiProvider({ baseURL, model: "m", maxRetries: 0, timeoutMs: 50 }).embed([
      "a",
    ]);
    expect(slow).toMatchObject({ ok: false, error: { message: expect.stringContaining("in time") } });
  });

  test("stops mid-request when asked to", async () => {
    const { baseURL } = await serve((body) => ({ ...vectorsOf(body), delayMs: 5_000 }));
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(new Error("canceled")), 30);
    await expect(
      createOpenaiProvider({ baseURL, model: "m" }).embed(["a"], { signal: cancel.signal }),
    ).rejects.toThrow("canceled");
  });

  test("embedQuery turns the one failure into a sentence", async () => {
    const { baseURL } = await serve(() => refused);
    const reply = await embedQuery(createOpenaiProvider({ baseURL, model: "m" }), "x");
    expect(reply).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("one input is bad") },
    });
  });
});

describe("batchTexts", () => {
  test.each([
    { texts: [], expected: [], why: "nothing to do" },
    {
      texts: ["a", "b", "c"],
      expected: [
        [0, 2],
        [2, 3],
      ],
      why: "two at a time",
    },
    {
      texts: ["aaaa", "bbb"],
      expected: [
        [0, 1],
        [1, 2],
      ],
      why: "seven characters are too many together",
    },
    {
      texts: ["aaaaaaaaa", "b"],
      expected: [
        [0, 1],
        [1, 2],
      ],
      why: "one too long is alone",
    },
  ])("$why", ({ texts, expected }) => {
    const batches = batchTexts(texts, { texts: 2, characters: 5 });
    expect(batches.map(({ first, end }) => [first, end])).toEqual(expected);
  });
});
