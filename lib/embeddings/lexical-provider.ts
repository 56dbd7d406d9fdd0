import { ok } from "#lib/shared/result.ts";
import { lexicalDimensions, lexicalEmbedding, lexicalModel } from "./lexical-embedding.ts";
import type { EmbeddingProvider } from "./provider.ts";

const batchSize = 64;

/** The built-in space as a provider: needs no key and never fails. */
export function createLexicalProvider(): EmbeddingProvider {
  return {
    provider: "lexical",
    model: lexicalModel,
    dimensions: lexicalDimensions,
    embed: async (texts, { signal, onProgress } = {}) => {
      const vectors: Float32Array[] = [];
      for (let first = 0; first < texts.length; first += batchSize) {
        await new Promise<void>((resume) => setImmediate(resume));
        signal?.throwIfAborted();
        for (const text of texts.slice(first, first + batchSize)) vectors.push(lexicalEmbedding(text));
        onProgress?.(vectors.length, texts.length);
      }
      return ok({ dimensions: lexicalDimensions, vectors, failures: [], stopped: null });
    },
  };
}
