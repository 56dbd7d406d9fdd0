import OpenAI from "openai";
import { limitedFetch } from "#lib/shared/limited-fetch.ts";
import { err, type Failure, ok, type Result } from "#lib/shared/result.ts";
import { batchTexts } from "./batch-texts.ts";
import { explainEmbeddingError, serverName } from "./explain-embedding-error.ts";
import { type Answer, readReply } from "./openai-reply.ts";
import { type EmbeddingProvider, type EmbedOptions, type EmbedReply, longestText } from "./provider.ts";

export type OpenaiEmbeddingSettings = {
  /** Local servers need none. */
  apiKey?: string | undefined;
  /** Any OpenAI-compatible server; left out = api.openai.com. */
  baseURL?: string | undefined;
  model: string;
  /** Of one request, its reply's body included; default 60 s. */
  timeoutMs?: number;
  /** Of one request, after 429, 5xx, a timeout or a broken connection; default 5. */
  maxRetries?: number;
  batch?: { texts: number; characters: number };
};

/** 128 vectors of 3,072 numbers, written out in full, are 9 MB. */
const longestReply = 64 * 1024 * 1024;

/**
 * Servers count tokens, which characters only hint at: a long text that is refused is sent again at half its length
 * until it is this short.
 */
const shortestCut = 4_000;

/**
 * Embeddings from an OpenAI-compatible server. Sends batches one after another; the `openai` client waits and retries
 * (Retry-After is obeyed). A batch that is refused for its content (400, 413, 422) is halved until the guilty texts
 * are alone: those are reported, the rest succeed. A reply of no use ends the work; nothing is sent again for it.
 */
export function createOpenaiProvider(settings: OpenaiEmbeddingSettings): EmbeddingProvider {
  const timeoutMs = settings.timeoutMs ?? 60_000;
  const client = new OpenAI({
    apiKey: settings.apiKey ?? "none",
    ...(settings.baseURL ? { baseURL: settings.baseURL } : {}),
    timeout: timeoutMs,
    maxRetries: settings.maxRetries ?? 5,
    logLevel: "off",
    fetch: limitedFetch({ timeoutMs, bytes: longestReply }),
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
        stopped: null,
      };
      for (const batch of batchTexts(sent, limits)) {
        reply.stopped = await embedRange(client, settings, sent, batch, reply, options);
        if (reply.stopped) break;
        options.onProgress?.(batch.end, sent.length);
      }
      reply.failures.sort((a, b) => a.index - b.index);
      provider.dimensions = reply.dimensions || null;
      const nothing = reply.vectors.every((vector) => vector === null);
      return reply.stopped && nothing ? { ok: false, error: reply.stopped } : ok(reply);
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
): Promise<Failure | null> {
  options.signal?.throwIfAborted();
  const answer = await request(client, settings, texts.slice(first, end), reply.dimensions, options.signal);
  if (answer.ok) {
    keep(answer.value, first, reply);
    return null;
  }
  if (answer.error.code !== "invalid") return answer.error;
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

function keep(answers: readonly Answer[], first: number, reply: EmbedReply): void {
  for (const [i, answer] of answers.entries()) {
    if (typeof answer === "string") {
      reply.failures.push({ index: first + i, reason: answer });
    } else {
      reply.vectors[first + i] = answer;
      reply.dimensions = answer.length;
    }
  }
}

/** One request. "invalid" = these texts, "unavailable" = the server, the key or the model. */
async function request(
  client: OpenAI,
  settings: OpenaiEmbeddingSettings,
  input: string[],
  dimensions: number,
  signal?: AbortSignal,
): Promise<Result<Answer[]>> {
  let body: unknown;
  try {
    const asked = { model: settings.model, input, encoding_format: "float" as const };
    body = await client.embeddings.create(asked, signal ? { signal } : {});
  } catch (error) {
    signal?.throwIfAborted();
    return explainEmbeddingError(error, settings);
  }
  const read = readReply(body, input.length, dimensions);
  if (read.ok) return read;
  return err("unavailable", `${serverName(settings.baseURL)} ${read.error.message}.`);
}
