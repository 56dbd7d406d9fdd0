import { err, ok, type Result } from "#lib/shared/result.ts";
import type { EmbeddingProvider } from "./provider.ts";

/** The vector of one text; a text that the provider refuses is an "unavailable" failure here. */
export async function embedQuery(
  provider: EmbeddingProvider,
  text: string,
  signal?: AbortSignal,
): Promise<Result<Float32Array>> {
  const reply = await provider.embed([text], signal ? { signal } : {});
  if (!reply.ok) return reply;
  const vector = reply.value.vectors[0];
  if (vector) return ok(vector);
  return err(
    "unavailable",
    `The query could not be embedded: ${reply.value.failures[0]?.reason ?? "no vector came back"}.`,
  );
}
