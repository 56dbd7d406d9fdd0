import type { Db } from "#lib/db/client.ts";
import { spaceName } from "./spaces.ts";

export type SpaceRow = {
  id: string;
  name: string;
  provider: string;
  model: string;
  dimensions: number;
  active: boolean;
  /** Memories with a vector of their present text, with one of an older text, and without one. */
  fresh: number;
  stale: number;
  missing: number;
};

/** All embedding spaces, the active one first, with how much of the pool each covers. */
export async function listSpaces(db: Db): Promise<{ rows: SpaceRow[]; total: number }> {
  const [spaces, counts, memories] = await Promise.all([
    db.embeddingSpace.findMany({ orderBy: [{ active: "desc" }, { createdAt: "asc" }, { id: "asc" }] }),
    db.embedding.groupBy({ by: ["spaceId", "stale"], _count: true }),
    db.memory.count(),
  ]);
  const countOf = (spaceId: string, stale: boolean) =>
    counts.find((count) => count.spaceId === spaceId && count.stale === stale)?._count ?? 0;
  const rows = spaces.map(({ id, provider, model, dimensions, active }) => {
    const fresh = countOf(id, false);
    const stale = countOf(id, true);
    return {
      id,
      name: spaceName({ model, dimensions }),
      provider,
      model,
      dimensions,
      active,
      fresh,
      stale,
      missing: memories - fresh - stale,
    };
  });
  return { rows, total: rows.length };
}
