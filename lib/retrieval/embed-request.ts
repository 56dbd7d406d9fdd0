import type { Db } from "#lib/db/client.ts";
import type { EmbeddingSpace } from "#lib/db/generated/client.ts";
import { embedQuery } from "#lib/embeddings/embed-query.ts";
import { type ProviderSettings, providerOf } from "#lib/embeddings/provider-of.ts";
import { getActiveSpace, spaceName } from "#lib/embeddings/spaces.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

export type EmbeddedRequest = {
  space: EmbeddingSpace;
  /** By text. */
  vectors: ReadonlyMap<string, Float32Array>;
  notes: string[];
};

const lexicalNote =
  "This space compares words, not meaning: a memory that says the same in other words stays far away. For meaning, switch to a model's space in Settings.";

/**
 * The vectors of queries in the active space; equal texts are sent once. Where the active vectors were imported and nothing here can make more,
 * the built-in space stands in, and a note says so: vectors of two spaces are never compared.
 */
export async function embedRequest(
  db: Db,
  texts: readonly string[],
  settings: ProviderSettings,
  signal?: AbortSignal,
): Promise<Result<EmbeddedRequest>> {
  const chosen = await querySpace(db, settings);
  if (!chosen.ok) return chosen;
  const { space, note } = chosen.value;
  const provider = providerOf(
    space.provider === "imported" ? { ...space, provider: "openai" } : space,
    settings,
  );
  if (!provider.ok) return provider;
  const vectors = new Map<string, Float32Array>();
  for (const text of new Set(texts)) {
    const vector = await embedQuery(provider.value, text, signal);
    if (!vector.ok) return vector;
    if (vector.value.length !== space.dimensions) {
      return err(
        "unavailable",
        `${space.model} now gives ${vector.value.length} numbers, but the pool was embedded with ${space.dimensions}. Switch the space in Settings to re-embed.`,
      );
    }
    vectors.set(text, vector.value);
  }
  const notes = [...(note ? [note] : []), ...(space.provider === "lexical" ? [lexicalNote] : [])];
  return ok({ space, vectors, notes });
}

type QuerySpace = { space: EmbeddingSpace; note?: string };

/** The space that queries are embedded in: the active one, or what stands in for it. */
async function querySpace(db: Db, settings: ProviderSettings): Promise<Result<QuerySpace>> {
  const active = await getActiveSpace(db);
  if (!active) {
    return err(
      "unavailable",
      "Nothing is embedded yet. Import memories or load the demo pool, and wait for the embed job to end.",
    );
  }
  return active.provider === "imported" ? findStandInSpace(db, active, settings) : ok({ space: active });
}

/** Whether embedding a query asks a server, which may cost money: all spaces but the built-in one do. */
export async function usesEmbeddingServer(db: Db, settings: ProviderSettings): Promise<boolean> {
  const chosen = await querySpace(db, settings);
  return chosen.ok && chosen.value.space.provider !== "lexical";
}

async function findStandInSpace(
  db: Db,
  active: EmbeddingSpace,
  settings: ProviderSettings,
): Promise<Result<QuerySpace>> {
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
