import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { readEnv } from "#lib/env.ts";
import { startTestingServer, type TestingServer } from "#lib/testing/model-server.ts";
import { askForJson } from "./ask-for-json.ts";
import { type ChatSettings, chatSettings, createChatClient } from "./chat-client.ts";
import { parseReply } from "./parse-reply.ts";

const apiKey = "sk-secret-of-the-test";
const insight = z.strictObject({ title: z.string().min(1), description: z.string(), content: z.string() });
let server: TestingServer;

beforeAll(async () => {
  server = await startTestingServer();
});
afterAll(() => server.close());

function ask(text: string, settings: Partial<ChatSettings> = {}, signal?: AbortSignal) {
  const client = createChatClient({ apiKey, baseURL: server.url, model: "test", maxRetries: 1, ...settings });
  const messages = [{ role: "user" as const, content: text }];
  return askForJson(client, { messages, name: "insight", schema: insight, signal });
}

describe("a good reply", () => {
  it.each([
    { mode: "good", requests: 1, why: "plain JSON" },
    { mode: "fenced", requests: 1, why: "a fence around the whole reply is a habit, not an error" },
    { mode: "bad-once", requests: 2, why: "prose is answered once with what is wrong" },
    { mode: "429-once", requests: 1, why: "the client waits for Retry-After by itself" },
    { mode: "no-schema", requests: 1, why: "an old server gets the request again without a schema" },
  ])("$mode: $why", async ({ mode, requests }) => {
    const answer = await ask(`Learn. [[mode:${mode}]]`);
    expect(answer).toMatchObject({
      ok: true,
      value: { requests, model: "test", value: { title: "Let the failing check lead the edit" } },
    });
  });

  it("counts the tokens of both requests", async () => {
    expect(await ask("[[mode:bad-once]] count")).toMatchObject({
      value: { inputTokens: 200, outputTokens: 40 },
    });
  });

  it("asks for a strict schema without the keywords that strict mode refuses", async () => {
    await ask("shape");
    const body = server.requests.at(-1)?.body;
    expect(body?.["response_format"]).toMatchObject({
      type: "json_schema",
      json_schema: { name: "insight", strict: true, schema: { additionalProperties: false } },
    });
    expect(JSON.stringify(body)).not.toContain("minLength");
  });

  it("names the problem when it asks again", async () => {
    await ask("[[mode:bad-once]] named");
    const messages = server.requests.at(-1)?.body["messages"] as { content: string }[];
    expect(messages.at(-1)?.content).toContain("not JSON");
  });
});

describe("a failure is a sentence without the key", () => {
  it.each([
    { text: "[[mode:bad]]", settings: {}, says: "answered twice" },
    { text: "[[mode:empty]]", settings: {}, says: "the reply is empty" },
    { text: "[[mode:401]]", settings: {}, says: "OPENAI_API_KEY" },
    { text: "[[mode:429]]", settings: {}, says: "over its limit" },
    { text: "[[mode:404]]", settings: {}, says: "CARRYOVER_CHAT_MODEL" },
    { text: "[[mode:500]]", settings: {}, says: "failed" },
    { text: "[[mode:slow]]", settings: { timeoutMs: 100, maxRetries: 0 }, says: "did not answer in time" },
    { text: "hi", settings: { baseURL: "http://127.0.0.1:1/v1", maxRetries: 0 }, says: "can't be reached" },
  ])("$says", async ({ text, settings, says }) => {
    const answer = await ask(text, settings);
    expect(answer).toMatchObject({ ok: false, error: { code: "unavailable" } });
    const message = answer.ok ? "" : answer.error.message;
    expect(message).toContain(says);
    expect(message).not.toContain("secret");
  });

  it("throws the reason when aborted", async () => {
    const stop = new AbortController();
    const asked = ask("[[mode:slow]]", {}, stop.signal);
    setTimeout(() => stop.abort(new Error("canceled")), 50);
    await expect(asked).rejects.toThrow("canceled");
  });
});

it("needs a key or a server of its own", () => {
  const env = { ...readEnv(), openaiApiKey: undefined, openaiBaseUrl: undefined };
  const missing = chatSettings(env);
  expect(missing).toMatchObject({ ok: false, error: { code: "unavailable" } });
  expect(missing.ok ? "" : missing.error.message).toMatch(/OPENAI_API_KEY.*OPENAI_BASE_URL/);
  expect(chatSettings({ ...env, openaiBaseUrl: server.url }).ok).toBe(true);
});

describe("parseReply", () => {
  const shape = z.strictObject({ goal: z.string(), steps: z.array(z.string()) });
  it.each([
    { text: '{"goal":"a","steps":["b"]}', fine: true, why: "plain" },
    { text: '  ```json\n{"goal":"a","steps":[]}\n```  ', fine: true, why: "fenced" },
    { text: '```\n{"goal":"a","steps":[]}\n```', fine: true, why: "fenced without a language" },
    { text: 'Here: {"goal":"a","steps":[]}', fine: false, why: "prose before it: nothing is fished out" },
    { text: '```json\n{"goal":"a","steps":[]}\n``` Done!', fine: false, why: "prose after the fence" },
    { text: '{"goal":"a","steps":[],"note":"x"}', fine: false, why: "a field nobody asked for" },
    { text: '{"goal":"a","steps":[1]}', fine: false, why: "a number among texts" },
    { text: "", fine: false, why: "nothing" },
    { text: "null", fine: false, why: "JSON, but no object" },
  ])("$why", ({ text, fine }) => {
    expect(parseReply(text, shape).ok).toBe(fine);
  });

  it("says where the shape is wrong", () => {
    const parsed = parseReply('{"goal":"a","steps":["b",2]}', shape);
    expect(parsed.ok ? "" : parsed.error.message).toContain("steps[1]");
  });
});
