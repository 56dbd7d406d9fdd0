import OpenAI from "openai";
import { describe, expect, it } from "vitest";
import { ReplyTooLongError } from "#lib/shared/limited-fetch.ts";
import { embedQuery } from "./embed-query.ts";
import { explainEmbeddingError, serverName } from "./explain-embedding-error.ts";
import type { EmbeddingProvider } from "./provider.ts";
import { openaiProviderOf, providerOf } from "./provider-of.ts";

const apiKey = "sk-proj-abcdefghijklmnop";
const settings = { apiKey, baseURL: "https://ada:hunter2@models.example/v1?token=t0ken", model: "embed-1" };
const status = (code: number, message: string) =>
  OpenAI.APIError.generate(code, { error: { message } }, undefined, new Headers());

describe("explainEmbeddingError", () => {
  it.each([400, 413, 422])("%i may be one text's fault, and says what the server said", (code) => {
    expect(explainEmbeddingError(status(code, "too long"), settings).error).toEqual({
      code: "invalid",
      message: `${code} too long`,
    });
  });

  it.each<[string, unknown, string]>([
    ["a refused key", status(401, apiKey), "refused the key: check OPENAI_API_KEY."],
    ["a key without the right", status(403, apiKey), "refused the key: check OPENAI_API_KEY."],
    ["no such model", status(404, "no"), "has no model embed-1: check CARRYOVER_EMBEDDING_MODEL."],
    [
      "a limit",
      status(429, "slow down"),
      "is over its limit (429 slow down). Try again later or check the account.",
    ],
    ["a broken server", status(500, "oh"), "failed: 500 oh"],
    ["a time-out", new OpenAI.APIConnectionTimeoutError(), "did not answer in time. Try again later."],
    [
      "a body that never ends",
      new DOMException("", "TimeoutError"),
      "did not answer in time. Try again later.",
    ],
    ["a body too long", new ReplyTooLongError(), "sent too long a reply: check OPENAI_BASE_URL."],
    ["HTML", new SyntaxError("<"), "sent something other than JSON: check OPENAI_BASE_URL."],
    [
      "no connection",
      new OpenAI.APIConnectionError({}),
      "can't be reached: check OPENAI_BASE_URL and the network.",
    ],
    [
      "a broken connection",
      new TypeError("terminated"),
      "can't be reached: check OPENAI_BASE_URL and the network.",
    ],
  ])("tells of %s", (_what, error, sentence) => {
    expect(explainEmbeddingError(error, settings).error).toEqual({
      code: "unavailable",
      message: `The embedding server models.example ${sentence}`,
    });
  });

  it.each([400, 500])("%i repeats neither the key nor one like it", (code) => {
    const { message } = explainEmbeddingError(status(code, `${apiKey} sk-abc***mnop`), settings).error;
    expect(message).toBe(
      code === 500 ? "The embedding server models.example failed: 500 [key] [key]" : "400 [key] [key]",
    );
  });

  it("throws a bug on", () => {
    const bug = new RangeError("out of range");
    expect(() => explainEmbeddingError(bug, settings)).toThrow(bug);
  });

  it.each([
    [undefined, "The embedding server api.openai.com"],
    ["", "The embedding server api.openai.com"],
    ["no address hunter2", "The embedding server in OPENAI_BASE_URL"],
    ["http://u:p@127.0.0.1:11434/v1", "The embedding server 127.0.0.1:11434"],
  ])("calls the server of %j: %s", (baseURL, name) => {
    expect(serverName(baseURL)).toBe(name);
  });
});

describe("what makes the vectors of a space", () => {
  const space = { provider: "openai", model: "embed-1", dimensions: 3 };
  const none = { openaiApiKey: undefined, openaiBaseUrl: undefined };

  it.each([
    [
      "the built-in one of another version",
      { ...space, provider: "lexical", model: "carryover-lexical-0" },
      /switch to carryover-lexical-1\.$/,
    ],
    [
      "imported vectors",
      { ...space, provider: "imported" },
      /embed-1\/3 were imported.*Switch to another space\.$/,
    ],
    ["a server without a key", space, /OPENAI_API_KEY \(or OPENAI_BASE_URL.*restart\.$/],
  ])("is not there for %s, and says what to do", (_what, asked, sentence) => {
    expect(providerOf(asked, none)).toMatchObject({
      error: { code: "unavailable", message: expect.stringMatching(sentence) },
    });
  });

  it("needs a key or an address, not both", () => {
    for (const given of [{ openaiApiKey: "k" }, { openaiBaseUrl: "http://127.0.0.1:1/v1" }])
      expect(openaiProviderOf("embed-1", { ...none, ...given }).ok).toBe(true);
    expect(providerOf({ provider: "lexical", model: "carryover-lexical-1", dimensions: 256 }, none).ok).toBe(
      true,
    );
  });
});

describe("embedQuery", () => {
  const provider = (embed: EmbeddingProvider["embed"]) =>
    ({ provider: "openai", model: "m", dimensions: 2, embed }) as EmbeddingProvider;

  it("says why one text could not be embedded", async () => {
    const refused = {
      dimensions: 2,
      vectors: [null],
      failures: [{ index: 0, reason: "it is too long" }],
      stopped: null,
    };
    expect(
      await embedQuery(
        provider(async () => ({ ok: true, value: refused })),
        "q",
      ),
    ).toMatchObject({
      error: { code: "unavailable", message: "The query could not be embedded: it is too long." },
    });
  });

  it("says so where a server answers nothing at all", async () => {
    const empty = { dimensions: 2, vectors: [], failures: [], stopped: null };
    expect(
      await embedQuery(
        provider(async () => ({ ok: true, value: empty })),
        "q",
      ),
    ).toMatchObject({
      error: { message: "The query could not be embedded: no vector came back." },
    });
  });

  it("hands the signal on", async () => {
    const stop = AbortSignal.abort(new Error("left"));
    const asked = embedQuery(
      provider(async (_texts, options) => {
        options?.signal?.throwIfAborted();
        throw new Error("not told");
      }),
      "q",
      stop,
    );
    await expect(asked).rejects.toThrow("left");
  });
});
