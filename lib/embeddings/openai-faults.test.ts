import { afterEach, describe, expect, test } from "vitest";
import { type Body, closeServers, type Reply, serve, vectorsOf } from "#lib/testing/embedding-server.ts";
import { createOpenaiProvider } from "./openai-embedding.ts";

afterEach(closeServers);

const good = [1, 2, 3];
const entries = (input: readonly string[]) => input.map((_, index) => ({ index, embedding: good }));
const texts = (count: number) => Array.from({ length: count }, (_, i) => `text ${i}`);

/** Every reply is `change`d from one good vector a text. */
function changed(change: (data: { index: unknown; embedding: unknown }[]) => unknown) {
  return serve(({ input }: Body) => ({ body: { data: change(entries(input)) } }));
}

describe("a reply whose vectors can't be told apart is used for nothing, and asked for once", () => {
  const replies: [string, (data: { index: unknown; embedding: unknown }[]) => unknown, string][] = [
    ["an index of a billion", (data) => [{ index: 1e9, embedding: good }, ...data.slice(1)], "1000000000"],
    ["an index below 0", (data) => [{ index: -1, embedding: good }, ...data.slice(1)], "a vector -1"],
    ["an index between", (data) => [{ index: 0.5, embedding: good }, ...data.slice(1)], "a list of vectors"],
    ["an index twice", (data) => [...data.slice(1), data[1]], "two vectors with the number 1"],
    ["too few vectors", (data) => data.slice(1), "129 vectors for 130"],
    ["no vectors", () => [], "0 vectors for 130"],
    ["another shape", () => "hello", "a list of vectors"],
    [
      "vectors of several lengths",
      ([, ...rest]) => [{ index: 0, embedding: [1] }, ...rest],
      "1 and 3 numbers",
    ],
  ];
  test.each(replies)("%s", async (_, change, says) => {
    const { baseURL, requests } = await changed(change);
    const batch = { texts: 130, characters: 1e6 };
    const reply = await createOpenaiProvider({ baseURL, model: "m", batch }).embed(texts(130));
    expect(reply).toMatchObject({ ok: false, error: { code: "unavailable" } });
    expect(reply.ok ? "" : reply.error.message).toContain(says);
    expect(requests).toHaveLength(1);
  });
});

describe("a vector that is no direction is a failure of its text alone", () => {
  test.each([
    { embedding: [0, 0, 0], says: "all zeros" },
    { embedding: [1, 1e39, 0], says: "not finite" },
    { embedding: [1, "x", 0], says: "something other than numbers" },
    { embedding: [], says: "no list of numbers" },
    { embedding: "AAAA", says: "no list of numbers" },
    { embedding: new Array(16_001).fill(1), says: "16001 numbers" },
  ])("$says", async ({ embedding, says }) => {
    const { baseURL, requests } = await changed(([first, ...rest]) => [{ ...first, embedding }, ...rest]);
    const reply = await createOpenaiProvider({ baseURL, model: "m" }).embed(["a", "b"]);
    expect(reply).toMatchObject({
      ok: true,
      value: { failures: [{ index: 0, reason: expect.stringContaining(says) }], stopped: null },
    });
    expect(reply.ok && reply.value.vectors).toEqual([null, Float32Array.from(good)]);
    expect(requests).toHaveLength(1);
  });
});

describe("what arrived is kept", () => {
  const failing: [string, Reply][] = [
    ["the key is refused", { status: 401, body: { error: { message: "no" } } }],
    ["the reply is nonsense", { body: { data: [{ index: 7, embedding: good }] } }],
    ["the model changes its dimensions", { body: { data: [{ index: 0, embedding: [1, 2] }] } }],
    ["the reply is no JSON", { raw: '{"data": [' }],
  ];
  test.each(failing)("when %s half-way", async (_, fault) => {
    const { baseURL, requests } = await serve((body, nth) => (nth === 1 ? vectorsOf(body) : fault));
    const provider = createOpenaiProvider({ baseURL, model: "m", batch: { texts: 1, characters: 10 } });
    const reply = await provider.embed(["a", "b", "c"]);
    expect(reply).toMatchObject({ ok: true, value: { failures: [], stopped: { code: "unavailable" } } });
    expect(reply.ok && reply.value.vectors).toEqual([Float32Array.from([1, 1, 0]), null, null]);
    expect(requests).toHaveLength(2);
  });
});

describe("a reply has limits", () => {
  test("of time, its body included", async () => {
    const { baseURL } = await serve(() => ({ raw: (response) => void response.write('{"data": [') }));
    const started = performance.now();
    const slow = createOpenaiProvider({ baseURL, model: "m", maxRetries: 0, timeoutMs: 200 });
    expect(await slow.embed(["a"])).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("in time") },
    });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test("of size", async () => {
    const { baseURL } = await serve(() => ({
      raw: (response) => {
        const chunk = Buffer.alloc(1 << 20, " ");
        const more = (): void => {
          if (!response.destroyed) response.write(chunk, more);
        };
        more();
      },
    }));
    const reply = await createOpenaiProvider({ baseURL, model: "m", maxRetries: 0 }).embed(["a"]);
    expect(reply).toMatchObject({ ok: false, error: { message: expect.stringContaining("too long") } });
  });

  test("and of a broken body", async () => {
    const { baseURL } = await serve(() => ({
      raw: (response) => response.write("{", () => setTimeout(() => response.destroy(), 20)),
    }));
    const reply = await createOpenaiProvider({ baseURL, model: "m", maxRetries: 0 }).embed(["a"]);
    expect(reply).toMatchObject({ ok: false, error: { message: expect.stringContaining("reached") } });
  });
});
