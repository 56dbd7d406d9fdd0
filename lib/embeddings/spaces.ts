import type { Db } from "#lib/db/client.ts";
import type { EmbeddingSpace } from "#lib/db/generated/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { lexicalDimensions, lexicalModel } from "./lexical-embedding.ts";

export type SpaceKey = { provider: "lexical" | "openai" | "imported"; model: string; dimensions: number };

/** How a space is called on screen and on the command line: model/dimensions. */
export function spaceName(space: { model: string; dimensions: number }): string {
  return `${space.model}/${space.dimensions}`;
}

/** The space that serves search, maps and retrieval; null before anything was embedded. */
export async function getActiveSpace(db: Db): Promise<EmbeddingSpace | null> {
  return db.embeddingSpace.findFirst({ where: { active: true }, orderBy: { createdAt: "asc" } });
}

/** The active space; on a database that has none, the built-in lexical space is created and made active. */
export async function ensureActiveSpace(db: Db): Promise<EmbeddingSpace> {
  const active = await getActiveSpace(db);
  if (active) return active;
  const space = await ensureSpace(db, {
    provider: "lexical",
    model: lexicalModel,
    dimensions: lexicalDimensions,
  });
  return activateSpace(db, space.id);
}

/**
 * The space of that model and those dimensions, created when it isn't there. Does not make it active. A space that
 * came with an import is taken over by a provider that can make more of its vectors.
 */
export async function ensureSpace(
  db: Db,
  { provider, model, dimensions }: SpaceKey,
): Promise<EmbeddingSpace> {
  await db.embeddingSpace.createMany({ data: [{ provider, model, dimensions }], skipDuplicates: true });
  if (provider !== "imported") {
    await db.embeddingSpace.updateMany({
      where: { model, dimensions, provider: "imported" },
      data: { provider },
    });
  }
  return db.embeddingSpace.findUniqueOrThrow({ where: { model_dimensions: { model, dimensions } } });
}

/** Makes one space the active one and all others inactive. Call inside a transaction. */
export async function activateSpace(db: Db, id: string): Promise<EmbeddingSpace> {
  await db.embeddingSpace.updateMany({ where: { active: true, id: { not: id } }, data: { active: false } });
  return db.embeddingSpace.update({ where: { id }, data: { active: true } });
}

/**
 * Finds a space by what a person would type: its id, its model, or model/dimensions; nothing = the active one.
 * @returns "not_found" with the names there are
 */
export async function resolveSpace(db: Db, name?: string): Promise<Result<EmbeddingSpace>> {
  if (!name) {
    const active = await getActiveSpace(db);
    return active
      ? ok(active)
      : err("not_found", "Nothing is embedded yet: import memories or load the demo pool first.");
  }
  const spaces = await db.embeddingSpace.findMany({ orderBy: [{ active: "desc" }, { createdAt: "desc" }] });
  const found = spaces.find((space) => [space.id, space.model, spaceName(space)].includes(name));
  if (found) return ok(found);
  const names = spaces.map(spaceName).join(", ") || "none yet";
  return err("not_found", `There is no embedding space ${name}. There are: ${names}.`);
}
