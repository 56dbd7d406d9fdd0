import OpenAI from "openai";
import { describe, expect, it } from "vitest";
import { ReplyTooLongError } from "#lib/shared/limited-fetch.ts";
import { explainChatError } from "./explain-chat-error.ts";

const apiKey = "sk-proj-abcdefghijklmnop";
const settings = {
  apiKey,
  baseURL: "https://ada:hunter2@models.example:8443/v1?token=t0ken",
  model: "big-1",
};

function said(error: unknown, of: Parameters<typeof explainChatError>[1] = settings): string {
  const explained = explainChatError(error, of);
  expect(explained.error.code).toBe("unavailable");
  return explained.error.message;
}

const status = (code: number, message: string) =>
  OpenAI.APIError.generate(code, { error: { message } }, undefined, new Headers());

describe("explainChatError", () => {
  it.each([401, 403])("%i: the key is to be checked, and what was said of it is not repeated", (code) => {
    expect(said(status(code, `Incorrect API key provided: ${apiKey}`))).toBe(
      "The chat server models.example:8443 refused the key: check OPENAI_API_KEY.",
    );
  });

  it.each([
    [404, "has no model big-1: check CARRYOVER_CHAT_MODEL and OPENAI_BASE_URL."],
    [429, "is over its limit (429 slow down). Try again later or check the account."],
    [400, "refused the request: 400 slow down"],
    [413, "refused the request: 413 slow down"],
    [422, "refused the request: 422 slow down"],
    [500, "failed: 500 slow down"],
    [503, "failed: 503 slow down"],
    [418, "failed: 418 slow down"],
  ])("%i: the server %s", (code, sentence) => {
    expect(said(status(code, "slow down"))).toBe(`The chat server models.example:8443 ${sentence}`);
  });

  it.each([
    ["no answer in time", new OpenAI.APIConnectionTimeoutError(), "did not answer in time"],
    ["a body that never ended", new DOMException("too late", "TimeoutError"), "did not answer in time"],
    ["no connection", new OpenAI.APIConnectionError({}), "can't be reached"],
    ["a connection that broke", new TypeError("terminated"), "can't be reached"],
    ["a body without end", new ReplyTooLongError("long"), "is no chat completion"],
    ["HTML", new SyntaxError("Unexpected token <"), "is no chat completion"],
  ])("%s is told as such", (_what, error, part) => {
    expect(said(error)).toContain(part);
  });

  it("throws a bug on, so that nobody takes it for the server's fault", () => {
    const bug = new TypeError("x is not a function");
    expect(() => explainChatError(bug, settings)).toThrow(bug);
  });
});

describe("no secret is repeated", () => {
  it.each([
    ["the key itself", `key ${apiKey} is bad`],
    ["the key twice", `${apiKey} ${apiKey}`],
    ["a masked key", "key sk-proj-****mnop is bad"],
    ["somebody else's key", "key sk-live_0123456789 is bad"],
    ["the key at the cut of a long message", `${"x".repeat(280)} ${apiKey}`],
  ])("%s", (_what, message) => {
    const sentence = said(status(500, message));
    expect(sentence).not.toMatch(/sk-|abcdefgh|mnop|0123456789/);
  });

  it("neither user, password nor query of the server's address", () => {
    const sentence = said(new OpenAI.APIConnectionError({}));
    expect(sentence).not.toMatch(/ada|hunter2|t0ken/);
  });

  it("an address that is none is not printed at all", () => {
    const sentence = said(status(500, "no"), { baseURL: "hunter2 no address", model: "m" });
    expect(sentence).toBe("The chat server in OPENAI_BASE_URL failed: 500 no");
  });

  it("a key that is not set hides nothing else", () => {
    expect(said(status(500, "none"), { model: "m" })).toBe("The chat server api.openai.com failed: 500 none");
  });

  it("a long message is cut", () => {
    expect(said(status(500, "x".repeat(10_000))).length).toBeLessThan(400);
  });
});
