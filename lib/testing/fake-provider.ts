import type { EmbeddingProvider } from "#lib/embeddings/provider.ts";
import { ok } from "#lib/shared/result.ts";

/** A provider of 2,000 dimensions that refuses texts with "bad" in them. */
export function fakeProvider(): EmbeddingProvider & { sent: string[] } {
  const sent: string[] = [];
  return {
    provider: "openai",
    model: "loopback-2000",
    dimensions: 2000,
    sent,
    embed: async (texts) => {
      sent.push(...texts);
      const failures = texts.flatMap((text, index) =>
        text.includes("bad") ? [{ index, reason: "refused" }] : [],
      );
      const vectors = texts.map((text) =>
        text.includes("bad") ? null : new Float32Array(2000).fill(text.length),
      );
      return ok({ dimensions: 2000, vectors, failures, stopped: null });
    },
  };
}
