import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { batchTexts } from "./batch-texts.ts";
import { embedQuery } from "./embed-query.ts";
import { createOpenaiProvider } from "./openai-embedding.ts";

type Body = { model: string; input: string[] };
type Reply = {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  delayMs?: number;
  hangUp?: boolean;
};

const servers: { close: () => void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server on loopback that answers POST /v1/embeddings with what `answer` says of the nth request. */
async function serve(answer: (body: Body, nth: number, request: IncomingMessage) => Reply) {
  const requests: Body[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Body;
      requests.push(body);
      send(response, answer(body, requests.length, request));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  servers.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return { baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, requests };
}

function send(
  response: ServerResponse,
  { status = 200, headers = {}, body = {}, delayMs = 0, hangUp }: Reply,
): void {
  if (hangUp) response.destroy();
  else
    setTimeout(
      () =>
        response
          .writeHead(status, { "content-type": "application/json", ...headers })
          .end(JSON.stringify(body)),
      delayMs,
    );
}

/** The vector of a text is [its length, 1, 0]; sent in reverse order, as servers may. */
function vectorsOf({ input }: Body): Reply {
  return {
    body: { data: input.map((text, index) => ({ index, embedding: [text.length, 1, 0] })).reverse() },
  };
}

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
    { reply: { data: [] }, why: "no vector" },
    { reply: { data: [{ index: 0, embedding: ["x"] }] }, why: "no numbers" },
    { reply: { hello: 1 }, why: "another shape" },
  ])("a reply with $why is a failure of that text, not a crash", async ({ reply }) => {
    const { baseURL } = await serve(() => ({ body: reply }));
    expect(await createOpenaiProvider({ baseURL, model: "m" }).embed(["a"])).toMatchObject({
      ok: true,
      value: { vectors: [null], failures: [{ index: 0 }] },
    });
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
    setTimeout(() => cancel.abort(new Error("cancelled")), 30);
    await expect(
      createOpenaiProvider({ baseURL, model: "m" }).embed(["a"], { signal: cancel.signal }),
    ).rejects.toThrow("cancelled");
  });

  test("a model that changes its dimensions half-way is refused", async () => {
    const { baseURL } = await serve((body, nth) => ({
      body: { data: body.input.map((_, index) => ({ index, embedding: new Array(nth + 1).fill(0.1) })) },
    }));
    const provider = createOpenaiProvider({ baseURL, model: "m", batch: { texts: 1, characters: 10 } });
    expect(await provider.embed(["a", "b"])).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("from 2 to 3") },
    });
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
