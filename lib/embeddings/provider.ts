import type { Failure, Result } from "#lib/shared/result.ts";

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
  /** Why the rest was not asked for: what came before it is in `vectors`. null = everything was asked for. */
  stopped: Failure | null;
};

/** Turns texts into vectors of one embedding space. Who calls it never sees a key or a URL. */
export type EmbeddingProvider = {
  provider: "lexical" | "openai";
  model: string;
  /** null until a reply has shown it. */
  dimensions: number | null;
  /**
   * Embeds texts, order kept. A text that the server refuses is a failure in the reply and the others go on.
   * A server that can't be reached, refuses the key or answers nonsense is an "unavailable" result; where vectors came
   * before that, the reply holds them and says in `stopped` why there are no more.
   */
  embed: (texts: readonly string[], options?: EmbedOptions) => Promise<Result<EmbedReply>>;
};

/** Texts are cut here before they are embedded, as the paper's pipeline does with its queries. */
export const longestText = 32_000;
