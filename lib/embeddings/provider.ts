import type { Result } from "#lib/shared/result.ts";

export type EmbedOptions = {
  /** Aborting throws `signal.reason` out of `embed`. */
  signal?: AbortSignal;
  /** Told after every batch how many of the texts are done. */
  onProgress?: (done: number, total: number) => void;
};

export type EmbedReply = {
  /** As read off the reply; 0 when no text could be embedded. */
  dimensions: number;
  /** One per text, in order; null where that text failed. */
  vectors: (Float32Array | null)[];
  failures: { index: number; reason: string }[];
};

/** Turns texts into vectors of one embedding space. Who calls it never sees a key or a URL. */
export type EmbeddingProvider = {
  provider: "lexical" | "openai";
  model: string;
  /** null until a reply has shown it. */
  dimensions: number | null;
  /**
   * Embeds texts, order kept. A text that the server refuses is a failure in the reply and the others go on;
   * a server that can't be reached or refuses the key is an "unavailable" result.
   */
  embed: (texts: readonly string[], options?: EmbedOptions) => Promise<Result<EmbedReply>>;
};

/** Texts are cut here before they are embedded, as the paper's pipeline does with its queries. */
export const longestText = 32_000;
