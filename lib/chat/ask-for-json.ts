import type { z } from "zod";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { ChatClient, ChatMessage, ChatRequest } from "./chat-client.ts";
import { parseReply } from "./parse-reply.ts";

export type JsonAnswer<T> = {
  value: T;
  model: string;
  /** Of all requests together. */
  inputTokens: number;
  outputTokens: number;
  /** 2 when the first reply was of no use. */
  requests: number;
};

/**
 * Asks for JSON. A reply that is no such JSON is answered once with what is wrong with it; a second
 * one is a visible failure: nothing is guessed, nothing dropped in silence.
 */
export async function askForJson<T>(
  client: ChatClient,
  request: Omit<ChatRequest, "schema"> & { schema: z.ZodType<T> },
): Promise<Result<JsonAnswer<T>>> {
  let messages: readonly ChatMessage[] = request.messages;
  let problem = "";
  let [inputTokens, outputTokens] = [0, 0];
  for (const requests of [1, 2]) {
    const reply = await client.ask({ ...request, messages });
    if (!reply.ok) return reply;
    inputTokens += reply.value.inputTokens;
    outputTokens += reply.value.outputTokens;
    const parsed = parseReply(reply.value.text, request.schema);
    if (parsed.ok) {
      return ok({ value: parsed.value, model: reply.value.model, inputTokens, outputTokens, requests });
    }
    problem = parsed.error.message;
    messages = [
      ...request.messages,
      { role: "assistant", content: reply.value.text || "(empty)" },
      {
        role: "user",
        content: `That reply can't be used: ${problem}. Answer again with nothing but the JSON object asked for.`,
      },
    ];
  }
  return err(
    "unavailable",
    `${client.model} answered twice with something other than was asked for (${problem}). Try again, or set another CARRYOVER_CHAT_MODEL.`,
  );
}
