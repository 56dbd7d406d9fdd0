import { expect, it } from "vitest";
import { z } from "zod";
import { err, ok } from "#lib/shared/result.ts";
import { askForJson } from "./ask-for-json.ts";
import type { ChatClient, ChatRequest } from "./chat-client.ts";

const schema = z.strictObject({ title: z.string().min(1) });
const messages = [{ role: "user", content: "Learn." }] as const;

/** A client that gives these replies one after another; `asked` holds what it was sent. */
function client(...replies: (string | ReturnType<typeof err>)[]) {
  const asked: ChatRequest[] = [];
  const ask: ChatClient["ask"] = async (request) => {
    asked.push(request);
    const reply = replies[asked.length - 1];
    if (reply === undefined) throw new Error("It was asked once more than expected.");
    if (typeof reply !== "string") return reply;
    return ok({ text: reply, model: "big-1-2026", inputTokens: 10, outputTokens: 3 });
  };
  return { asked, client: { model: "big-1", ask } };
}

const request = { messages, name: "insight", schema };

it("names the model as the server does, and counts one request", async () => {
  const { client: chat, asked } = client('{"title":"Test first"}');
  expect(await askForJson(chat, request)).toEqual(
    ok({
      value: { title: "Test first" },
      model: "big-1-2026",
      inputTokens: 10,
      outputTokens: 3,
      requests: 1,
    }),
  );
  expect(asked[0]?.messages).toEqual(messages);
});

it("asks again with the reply and what is wrong with it, and adds the tokens up", async () => {
  const { client: chat, asked } = client("Sure!", '{"title":"Test first"}');
  expect(await askForJson(chat, request)).toMatchObject({
    value: { requests: 2, inputTokens: 20, outputTokens: 6 },
  });
  expect(asked[1]?.messages.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
  expect(asked[1]?.messages[1]?.content).toBe("Sure!");
  expect(asked[1]?.messages[2]?.content).toContain("the reply is not JSON; it begins: Sure!");
});

it("sends a word for an empty reply: servers refuse messages without content", async () => {
  const { client: chat, asked } = client("", '{"title":"Test first"}');
  await askForJson(chat, request);
  expect(asked[1]?.messages[1]?.content).toBe("(empty)");
});

it("stops after the second reply that is of no use, and says what it wanted", async () => {
  const { client: chat, asked } = client('{"title":""}', '{"name":"x"}');
  const answer = await askForJson(chat, request);
  expect(asked).toHaveLength(2);
  expect(answer).toMatchObject({ ok: false, error: { code: "unavailable" } });
  const message = answer.ok ? "" : answer.error.message;
  expect(message).toMatch(/^big-1 answered twice .*title.*CARRYOVER_CHAT_MODEL\.$/);
});

it.each([0, 1])("gives a failure of request %i on, and does not ask again", async (at) => {
  const down = err("unavailable", "The server is down.");
  const { client: chat, asked } = client(...(at === 0 ? [down] : ["prose", down]));
  expect(await askForJson(chat, request)).toEqual(down);
  expect(asked).toHaveLength(at + 1);
});

it("hands the signal on, and lets what it throws through", async () => {
  const signal = AbortSignal.abort(new Error("canceled"));
  const chat: ChatClient = { model: "m", ask: async (given) => Promise.reject(given.signal?.reason) };
  await expect(askForJson(chat, { ...request, signal })).rejects.toThrow("canceled");
});

it.each([
  ["NUL", "a\\u0000b", "a\uFFFDb"],
  ["half a character", "a\\ud83d", "a\uFFFD"],
])("takes a reply with %s for text that a database can hold", async (_what, sent, kept) => {
  const { client: chat } = client(`{"title":"${sent}"}`);
  expect(await askForJson(chat, request)).toMatchObject({ value: { value: { title: kept } } });
});
