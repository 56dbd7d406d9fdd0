import OpenAI from "openai";
import { isBrokenReply, isTimeout, ReplyTooLongError } from "#lib/shared/limited-fetch.ts";
import { err, type Failure } from "#lib/shared/result.ts";

type Named = { apiKey?: string | undefined; baseURL?: string | undefined; model: string };

/** The server refused the batch for what is in it: it may be one text's fault. */
const aboutTheInput = new Set([400, 413, 422]);

/** How the server is called in a sentence; a base URL can carry credentials, its host can't. */
export function serverName(baseURL: string | undefined): string {
  if (!baseURL) return "The embedding server api.openai.com";
  return `The embedding server ${URL.canParse(baseURL) ? new URL(baseURL).host : "in OPENAI_BASE_URL"}`;
}

/**
 * The sentence for an error of a request, without the key.
 * @returns "invalid" = these texts, "unavailable" = the server, the key or the model
 * @throws the error itself when it is none of a request's
 */
export function explainEmbeddingError(error: unknown, settings: Named): { ok: false; error: Failure } {
  const server = serverName(settings.baseURL);
  if (error instanceof OpenAI.APIConnectionTimeoutError || isTimeout(error)) {
    return err("unavailable", `${server} did not answer in time. Try again later.`);
  }
  if (error instanceof ReplyTooLongError) {
    return err("unavailable", `${server} sent too long a reply: check OPENAI_BASE_URL.`);
  }
  if (error instanceof SyntaxError) {
    return err("unavailable", `${server} sent something other than JSON: check OPENAI_BASE_URL.`);
  }
  if (error instanceof OpenAI.APIConnectionError || isBrokenReply(error)) {
    return err("unavailable", `${server} can't be reached: check OPENAI_BASE_URL and the network.`);
  }
  if (!(error instanceof OpenAI.APIError)) throw error;
  const said = withoutKey(error.message, settings.apiKey);
  if (aboutTheInput.has(error.status ?? 0)) return err("invalid", said);
  return err("unavailable", `${server} ${sentenceOf(error.status, settings.model, said)}`);
}

function sentenceOf(status: number | undefined, model: string, said: string): string {
  switch (status) {
    case 401:
    case 403:
      return "refused the key: check OPENAI_API_KEY.";
    case 404:
      return `has no model ${model}: check CARRYOVER_EMBEDDING_MODEL.`;
    case 429:
      return `is over its limit (${said}). Try again later or check the account.`;
    default:
      return `failed: ${said}`;
  }
}

/** Servers echo keys in their messages. */
function withoutKey(message: string, apiKey: string | undefined): string {
  const shown = apiKey ? message.replaceAll(apiKey, "[key]") : message;
  return shown.replace(/\bsk-[\w*-]{4,}/g, "[key]").slice(0, 300);
}
