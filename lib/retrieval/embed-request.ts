import type { Db } from "#lib/db/client.ts";
import type { EmbeddingSpace } from "#lib/db/generated/client.ts";
import { embedQuery } from "#lib/embeddings/embed-query.ts";
import { type ProviderSettings, providerOf } from "#lib/embeddings/provider-of.ts";
import { getActiveSpace, spaceName } from "#lib/embeddings/spaces.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

export type EmbeddedRequest = { space: EmbeddingSpace; vector: Float32Array; notes: string[] };

const lexicalNote =
  "This space compares words, not meaning: a memory that says the same in other words stays far away. For meaning, switch to a model's space in Settings.";

/**
 * The query's vector in the active space. Where the active vectors were imported and nothing here can make more,
 * the built-in space stands in, and a note says so: vectors of two spaces are never compared.
 */
export async function embedRequest(
  db: Db,
  query: string,
  settings: ProviderSettings,
  signal?: AbortSignal,
): Promise<Result<EmbeddedRequest>> {
  const active = await getActiveSpace(db);
  if (!active) {
    return err(
      "unavailable",
      "Nothing is embedded yet. Import memories or load the demo pool, and wait for the embed job to end.",
    );
  }
  const chosen = active.provider === "imported" ? await standIn(db, active, settings) : ok({ space: active });
  if (!chosen.ok) return chosen;
  const { space, note } = chosen.value as { space: EmbeddingSpace; note?: string };
  const provider = providerOf(
    space.provider === "imported" ? { ...space, provider: "openai" } : space,
    settings,
  );
  if (!provider.ok) return provider;
  const vector = await embedQuery(provider.value, query, signal);
  if (!vector.ok) return vector;
  if (vector.value.length !== space.dimensions) {
    return err(
      "unavailable",
      `${space.model} now gives ${vector.value.length} numbers, but the pool was embedded with ${space.dimensions}. Switch the space in Settings to embed anew.`,
    );
  }
  const notes = [...(note ? [note] : []), ...(space.provider === "lexical" ? [lexicalNote] : [])];
  return ok({ space, vector: vector.value, notes });
}

async function standIn(
  db: Db,
  active: EmbeddingSpace,
  settings: ProviderSettings,
): Promise<Result<{ space: EmbeddingSpace; note?: string }>> {
  // The same model behind the configured server gives vectors of the same space.
  if (/^text-embedding-/.test(active.model) && (settings.openaiApiKey || settings.openaiBaseUrl)) {
    return ok({ space: active });
  }
  const lexical = await db.embeddingSpace.findFirst({
    where: { provider: "lexical", embeddings: { some: {} } },
    orderBy: { createdAt: "desc" },
  });
  if (!lexical) {
    return err(
      "unavailable",
      `The vectors of ${spaceName(active)} were imported, and nothing here can embed a query with that model. Switch to another space in Settings.`,
    );
  }
  return ok({
    space: lexical,
    note: `The active space ${spaceName(active)} was imported and can't embed a query; ${spaceName(lexical)} stands in for it.`,
  });
}
