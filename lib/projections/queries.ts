import type { Db } from "#lib/db/client.ts";
import type { MemoryType, Projection } from "#lib/db/generated/client.ts";
import { spaceName } from "#lib/embeddings/spaces.ts";
import { type ProjectedType, projectedTypes } from "./schema.ts";
import type { ProjectionSummary } from "./view.ts";

/** The newest projection of each type in a space, without points; types without one are left out. */
export async function listProjections(
  db: Db,
  params: { spaceId: string },
): Promise<{ rows: ProjectionSummary[]; total: number }> {
  const found = await Promise.all(projectedTypes.map((type) => getLatest(db, params.spaceId, type)));
  const rows = found.filter((row) => row !== null);
  return { rows, total: rows.length };
}

async function getLatest(
  db: Db,
  spaceId: string,
  projected: ProjectedType,
): Promise<ProjectionSummary | null> {
  const type = projected === "all" ? null : projected;
  const [row, changed] = await Promise.all([
    db.projection.findFirst({
      where: { spaceId, type },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      omit: { coordinates: true, memoryIds: true },
      include: { space: { select: { model: true, dimensions: true } } },
    }),
    getLatestChange(db, spaceId, type),
  ]);
  return row && toSummary(row, changed);
}

type SummaryRow = Omit<Projection, "coordinates" | "memoryIds"> & {
  space: { model: string; dimensions: number };
};

function toSummary(row: SummaryRow, changed: Date | null): ProjectionSummary {
  const { id, algorithm, count, seed, trustworthiness, neighborRecall, seconds } = row;
  return {
    id,
    type: row.type ?? "all",
    space: spaceName(row.space),
    algorithm,
    n: count,
    seed,
    params: row.params as Record<string, unknown>,
    versions: row.versions as Record<string, unknown>,
    trustworthiness,
    neighborRecall,
    seconds,
    asOf: row.createdAt.toISOString(),
    current: !changed || changed <= row.createdAt,
  };
}

/** When a memory of the type (null = any) last came, changed or was embedded in the space; null when there is none. */
export async function getLatestChange(
  db: Db,
  spaceId: string,
  type: MemoryType | null,
): Promise<Date | null> {
  const ofType = type ? { type } : {};
  const [memories, embeddings] = await Promise.all([
    db.memory.aggregate({ where: ofType, _max: { updatedAt: true } }),
    db.embedding.aggregate({ where: { spaceId, memory: ofType }, _max: { createdAt: true } }),
  ]);
  const { updatedAt } = memories._max;
  const { createdAt } = embeddings._max;
  if (!updatedAt || !createdAt) return updatedAt ?? createdAt;
  return new Date(Math.max(updatedAt.getTime(), createdAt.getTime()));
}
