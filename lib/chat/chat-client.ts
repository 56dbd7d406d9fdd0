import OpenAI from "openai";
import { z } from "zod";
import type { Env } from "#lib/env.ts";
import { limitedFetch } from "#lib/shared/limited-fetch.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { explainChatError } from "./explain-chat-error.ts";

export type ChatSettings = {
  /** Local servers need none. */
  apiKey?: string | undefined;
  /** Any OpenAI-compatible server; left out = api.openai.com. */
  baseURL?: string | undefined;
  model: string;
  /** Of one request, its reply's body included; default 120 s. */
  timeoutMs?: number;
  /** Of one request, after 429, 5xx, a timeout or a broken connection; default 4. Retry-After is obeyed. */
  maxRetries?: number;
};

export type ChatMessage = { role: "system" | "user" | "assistant"; content: string };

export type ChatRequest = {
  messages: readonly ChatMessage[];
  /** Name and shape of the JSON that is asked for: letters, digits, underscores. */
  name: string;
  schema: z.ZodType;
  signal?: AbortSignal | undefined;
};

type ChatReply = {
  text: string;
  /** As the server names it, else as it was asked for. */
  model: string;
  inputTokens: number;
  outputTokens: number;
};

/** Asks a chat model. Who calls it never sees a key or a URL. */
export type ChatClient = {
  model: string;
  /** "unavailable" = server, key, model or limit; aborting throws `signal.reason`. */
  ask: (request: ChatRequest) => Promise<Result<ChatReply>>;
};

/** What to do when no chat model is set up: shown wherever one is needed. */
export const chatNotConfigured =
  "No chat model is set up. Put OPENAI_API_KEY=... into .env (for Ollama, vLLM or another compatible server: OPENAI_BASE_URL=http://.../v1 and CARRYOVER_CHAT_MODEL=...), then start again.";

/** The chat model of this environment, or "unavailable" with the sentence that says what to set. */
export function chatSettings(env: Env): Result<ChatSettings> {
  if (!env.openaiApiKey && !env.openaiBaseUrl) return err("unavailable", chatNotConfigured);
  return ok({ apiKey: env.openaiApiKey, baseURL: env.openaiBaseUrl, model: env.chatModel });
}

/** A draft is a few kilobytes. */
const longestReply = 8 * 1024 * 1024;

/** A chat model behind any OpenAI-compatible server; asks for JSON of a given schema. */
export function createChatClient(settings: ChatSettings): ChatClient {
  const timeoutMs = settings.timeoutMs ?? 120_000;
  const client = new OpenAI({
    apiKey: settings.apiKey ?? "none",
    ...(settings.baseURL ? { baseURL: settings.baseURL } : {}),
    timeout: timeoutMs,
    maxRetries: settings.maxRetries ?? 4,
    logLevel: "off",
    fetch: limitedFetch({ timeoutMs, bytes: longestReply }),
  });
  return { model: settings.model, ask: (request) => ask(client, settings, request) };
}

async function ask(client: OpenAI, settings: ChatSettings, request: ChatRequest): Promise<Result<ChatReply>> {
  const body = { model: settings.model, messages: [...request.messages] };
  const options = request.signal ? { signal: request.signal } : {};
  const json_schema = { name: request.name, strict: true, schema: jsonSchemaOf(request.schema) };
  try {
    const structured = { ...body, response_format: { type: "json_schema", json_schema } } as const;
    return readCompletion(await client.chat.completions.create(structured, options), settings.model);
  } catch (error) {
    request.signal?.throwIfAborted();
    if (!refusesSchema(error)) return explainChatError(error, settings);
  }
  // Older compatible servers know no schemas: the prompt says the shape too, and the reply is checked anyway.
  try {
    return readCompletion(await client.chat.completions.create(body, options), settings.model);
  } catch (error) {
    request.signal?.throwIfAborted();
    return explainChatError(error, settings);
  }
}

function refusesSchema(error: unknown): boolean {
  return (
    error instanceof OpenAI.APIError &&
    (error.status === 400 || error.status === 422) &&
    /response_format|json_schema/i.test(error.message)
  );
}

const completionSchema = z.object({
  model: z.string().optional(),
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }) }))
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
});

function readCompletion(body: unknown, model: string): Result<ChatReply> {
  const parsed = completionSchema.safeParse(body);
  const message = parsed.data?.choices[0]?.message;
  if (!parsed.success || !message) {
    return err("unavailable", "The chat server's reply is no chat completion: check OPENAI_BASE_URL.");
  }
  return ok({
    text: message.content ?? message.refusal ?? "",
    model: parsed.data.model ?? model,
    inputTokens: parsed.data.usage?.prompt_tokens ?? 0,
    outputTokens: parsed.data.usage?.completion_tokens ?? 0,
  });
}

/** Keywords that strict mode of some servers refuses; zod checks them on the reply. */
const unsupported = new Set([
  "$schema",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minimum",
  "maximum",
]);

function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const text = JSON.stringify(z.toJSONSchema(schema, { io: "input" }), (key, value: unknown) =>
    unsupported.has(key) ? undefined : value,
  );
  return JSON.parse(text) as Record<string, unknown>;
}
