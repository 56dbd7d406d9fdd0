import OpenAI from "openai";
import { isBrokenReply, isTimeout, ReplyTooLongError } from "#lib/shared/limited-fetch.ts";
import { err, type Failure } from "#lib/shared/result.ts";

type Named = { apiKey?: string | undefined; baseURL?: string | undefined; model: string };

/**
 * The sentence for an error of the chat client, without the key.
 * @throws the error itself when it is none of the client's
 */
export function explainChatError(error: unknown, settings: Named): { ok: false; error: Failure } {
  const server = settings.baseURL ? hostOf(settings.baseURL) : "api.openai.com";
  if (error instanceof OpenAI.APIConnectionTimeoutError || isTimeout(error)) {
    return err("unavailable", `The chat server ${server} did not answer in time. Try again later.`);
  }
  if (error instanceof ReplyTooLongError || error instanceof SyntaxError) {
    return err("unavailable", "The chat server's reply is no chat completion: check OPENAI_BASE_URL.");
  }
  if (error instanceof OpenAI.APIConnectionError || isBrokenReply(error)) {
    return err(
      "unavailable",
      `The chat server ${server} can't be reached: check OPENAI_BASE_URL and the network.`,
    );
  }
  if (!(error instanceof OpenAI.APIError)) throw error;
  return err("unavailable", sentenceOf(error.status, server, settings.model, withoutKey(error, settings)));
}

function sentenceOf(status: number | undefined, server: string, model: string, said: string): string {
  switch (status) {
    case 401:
    case 403:
      return `The chat server ${server} refused the key: check OPENAI_API_KEY.`;
    case 404:
      return `The chat server ${server} has no model ${model}: check CARRYOVER_CHAT_MODEL and OPENAI_BASE_URL.`;
    case 429:
      return `The chat server ${server} is over its limit (${said}). Try again later or check the account.`;
    case 400:
    case 413:
    case 422:
      return `The chat server ${server} refused the request: ${said}`;
    default:
      return `The chat server ${server} failed: ${said}`;
  }
}

/** Servers echo keys in their messages. */
function withoutKey(error: Error, settings: Named): string {
  const shown = settings.apiKey ? error.message.replaceAll(settings.apiKey, "[key]") : error.message;
  return shown.replace(/\bsk-[\w*-]{4,}/g, "[key]").slice(0, 300);
}

/** A base URL can carry credentials; its host can't. */
function hostOf(baseURL: string): string {
  return URL.canParse(baseURL) ? new URL(baseURL).host : "in OPENAI_BASE_URL";
}
