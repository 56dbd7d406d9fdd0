import { chatNotConfigured } from "#lib/chat/chat-client.ts";
import type { Env } from "#lib/env.ts";
import type { ModelStatus } from "./schema.ts";

/** The state of key, server and models in an environment. */
export function modelStatus(env: Env): ModelStatus {
  const ready = Boolean(env.openaiApiKey || env.openaiBaseUrl);
  return {
    hasKey: Boolean(env.openaiApiKey),
    server: env.openaiBaseUrl ? withoutCredentials(env.openaiBaseUrl) : ready ? "api.openai.com" : null,
    chatModel: env.chatModel,
    embeddingModel: env.embeddingModel,
    missing: ready ? null : chatNotConfigured,
  };
}

function withoutCredentials(address: string): string {
  if (!URL.canParse(address)) return "OPENAI_BASE_URL is no address";
  const url = new URL(address);
  return `${url.host}${url.pathname.replace(/\/$/, "")}`;
}
