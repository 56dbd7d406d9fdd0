import OpenAI from "openai";
import { z } from "zod";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { batchTexts } from "./batch-texts.ts";
import { type EmbeddingProvider, type EmbedOptions, type EmbedReply, longestText } from "./provider.ts";

export type OpenaiEmbeddingSettings = {
  /** Local servers need none. */
  apiKey?: string | undefined;
  /** Any OpenAI-compatible server; left out = api.openai.com. */
  baseURL?: string | undefined;
  model: string;
  /** Of one request; default 60 s. */
  timeoutMs?: number;
  /** Of one request, after 429, 5xx, a timeout or a broken connection; default 5. */
  maxRetries?: number;
  batch?: { texts: number; characters: number };
};

const replySchema = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1) })),
});

/** The server refused the batch for what is in it: it may be one text's fault. */
const aboutTheInput = new Set([400, 413, 422]);

/**
 * Servers count tokens, which characters only hint at: a long text that is refused is sent again at half its length
 * until it is this short.
 */
const shortestCut = 4_000;

/**
 * Embeddings from an OpenAI-compatible server. Sends batches one after another; the `openai` client waits and retries
 * (Retry-After is obeyed). A batch that is refused for its content is halved until the guilty texts are alone:
 * those are reported, the rest succeed.
 */
export function createOpenaiProvider(settings: OpenaiEmbeddingSettings): EmbeddingProvider {
  const client = new OpenAI({
    apiKey: settings.apiKey ?? "none",
    ...(settings.baseURL ? { baseURL: settings.baseURL } : {}),
    timeout: settings.timeoutMs ?? 60_000,
    maxRetries: settings.maxRetries ?? 5,
    logLevel: "off",
  });
  const limits = settings.batch ?? { texts: 128, characters: 200_000 };
  const provider: EmbeddingProvider = {
    provider: "openai",
    model: settings.model,
    dimensions: null,
    embed: async (texts, options = {}) => {
      const sent = texts.map((text) => text.slice(0, longestText).trim() || " ");
      const reply: EmbedReply = {
        dimensions: provider.dimensions ?? 0,
        vectors: sent.map(() => null),
        failures: [],
      };
      for (const batch of batchTexts(sent, limits)) {
        const refusal = await embedRange(client, settings, sent, batch, reply, options);
        if (refusal) return refusal;
        options.onProgress?.(batch.end, sent.length);
      }
      reply.failures.sort((a, b) => a.index - b.index);
      provider.dimensions = reply.dimensions || null;
      return ok(reply);
    },
  };
  return provider;
}

/** Fills the range of the reply; returns a failure only when going on makes no sense. */
async function embedRange(
  client: OpenAI,
  settings: OpenaiEmbeddingSettings,
  texts: string[],
  { first, end }: { first: number; end: number },
  reply: EmbedReply,
  options: EmbedOptions,
): Promise<ReturnType<typeof err> | null> {
  options.signal?.throwIfAborted();
  const answer = await request(client, settings, texts.slice(first, end), reply.dimensions, options.signal);
  if (answer.ok) {
    answer.value.forEach((vector, i) => {
      reply.vectors[first + i] = vector;
      reply.dimensions = vector.length;
    });
    return null;
  }
  if (answer.error.code !== "invalid") return err(answer.error.code, answer.error.message);
  if (end - first === 1 && (texts[first]?.length ?? 0) > shortestCut) {
    texts[first] = texts[first]?.slice(0, (texts[first]?.length ?? 0) >> 1) ?? " ";
    return embedRange(client, settings, texts, { first, end }, reply, options);
  }
  if (end - first === 1) {
    reply.failures.push({ index: first, reason: answer.error.message });
    return null;
  }
  const middle = (first + end) >> 1;
  return (
    (await embedRange(client, settings, texts, { first, end: middle }, reply, options)) ??
    (await embedRange(client, settings, texts, { first: middle, end }, reply, options))
  );
}

/** One request. "invalid" = these texts, "unavailable" = the server, the key or the model. */
async function request(
  client: OpenAI,
  settings: OpenaiEmbeddingSettings,
  input: string[],
  dimensions: number,
  signal?: AbortSignal,
): Promise<Result<Float32Array[]>> {
  try {
    const body = { model: settings.model, input, encoding_format: "float" as const };
    return readReply(
      await client.embeddings.create(body, signal ? { signal } : {}),
      input.length,
      dimensions,
    );
  } catch (error) {
    signal?.throwIfAborted();
    return explain(error, settings);
  }
}

function readReply(body: unknown, count: number, dimensions: number): Result<Float32Array[]> {
  const parsed = replySchema.safeParse(body);
  if (!parsed.success) return err("invalid", "the server's reply holds no list of numbers for it");
  const vectors: Float32Array[] = [];
  for (const { index, embedding } of parsed.data.data) vectors[index] = Float32Array.from(embedding);
  const lengths = new Set(vectors.map((vector) => vector.length));
  if (vectors.length !== count || parsed.data.data.length !== count || lengths.size !== 1) {
    return err("invalid", `the server sent ${parsed.data.data.length} vectors for ${count} texts`);
  }
  const [length] = lengths;
  if (dimensions && length !== dimensions) {
    return err(
      "unavailable",
      `The server changed from ${dimensions} to ${length} dimensions: it serves another model now.`,
    );
  }
  return ok(vectors);
}

function explain(error: unknown, settings: OpenaiEmbeddingSettings): ReturnType<typeof err> {
  const server = settings.baseURL ?? "api.openai.com";
  if (error instanceof OpenAI.APIConnectionTimeoutError) {
    return err("unavailable", `The embedding server ${server} did not answer in time. Try again later.`);
  }
  if (error instanceof OpenAI.APIConnectionError) {
    return err(
      "unavailable",
      `The embedding server ${server} can't be reached: check OPENAI_BASE_URL and the network.`,
    );
  }
  if (!(error instanceof OpenAI.APIError)) throw error;
  const said = withoutKey(error.message, settings.apiKey);
  if (aboutTheInput.has(error.status ?? 0)) return err("invalid", said);
  if (error.status === 401 || error.status === 403) {
    return err("unavailable", `The embedding server ${server} refused the key: check OPENAI_API_KEY.`);
  }
  if (error.status === 404) {
    return err(
      "unavailable",
      `The embedding server ${server} has no model ${settings.model}: check CARRYOVER_EMBEDDING_MODEL.`,
    );
  }
  if (error.status === 429) {
    return err(
      "unavailable",
      `The embedding server ${server} is over its limit (${said}). Try again later or check the account.`,
    );
  }
  return err("unavailable", `The embedding server ${server} failed: ${said}`);
}

/** Servers echo keys in their messages. */
function withoutKey(message: string, apiKey: string | undefined): string {
  const shown = apiKey ? message.replaceAll(apiKey, "[key]") : message;
  return shown.replace(/\bsk-[\w*-]{4,}/g, "[key]").slice(0, 300);
}
