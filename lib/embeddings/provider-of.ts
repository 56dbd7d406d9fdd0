import { readEnv } from "#lib/env.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { lexicalModel } from "./lexical-embedding.ts";
import { createLexicalProvider } from "./lexical-provider.ts";
import { createOpenaiProvider } from "./openai-embedding.ts";
import type { EmbeddingProvider } from "./provider.ts";
import { spaceName } from "./spaces.ts";

export type ProviderSettings = { openaiApiKey?: string | undefined; openaiBaseUrl?: string | undefined };

/**
 * What makes new vectors of a space.
 * @returns "unavailable" when the space was imported, or its server has neither a key nor an address set
 */
export function providerOf(
  space: { provider: string; model: string; dimensions: number },
  settings: ProviderSettings = readEnv(),
): Result<EmbeddingProvider> {
  if (space.provider === "lexical") {
    if (space.model === lexicalModel) return ok(createLexicalProvider());
    return err(
      "unavailable",
      `${space.model} was made by another version of Carryover: switch to ${lexicalModel}.`,
    );
  }
  if (space.provider === "openai") return openaiProviderOf(space.model, settings);
  return err(
    "unavailable",
    `The vectors of ${spaceName(space)} were imported; nothing here can make new ones. Switch to another space.`,
  );
}

/** The OpenAI-compatible provider for a model, or what to set. */
export function openaiProviderOf(
  model: string,
  settings: ProviderSettings = readEnv(),
): Result<EmbeddingProvider> {
  const { openaiApiKey, openaiBaseUrl } = settings;
  if (openaiApiKey || openaiBaseUrl)
    return ok(createOpenaiProvider({ apiKey: openaiApiKey, baseURL: openaiBaseUrl, model }));
  return err(
    "unavailable",
    `Embedding with ${model} needs OPENAI_API_KEY (or OPENAI_BASE_URL for a local server): set it and restart.`,
  );
}
