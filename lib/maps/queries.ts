import type { Db } from "#lib/db/client.ts";
import type { MemoryType, Prisma, Projection } from "#lib/db/generated/client.ts";
import { spaceName } from "#lib/embeddings/spaces.ts";
import { isMemoryId } from "#lib/memories/memory-id.ts";
import { getDrift, listLatestChanges } from "./maps-sql.ts";
import { type ProjectedType, projectedTypes, projectionFilter } from "./schema.ts";
import { hasUnplaced, type ProjectionSummary } from "./view.ts";

/** The newest map of each type in a space that holds all memories of it, without points; types without one are left out. */
export async function listProjections(
  db: Db,
  params: { spaceId: string },
): Promise<{ rows: ProjectionSummary[]; total: number }> {
  const found = await Promise.all(
    projectedTypes.map((type) =>
      findSummaries(db, { spaceId: params.spaceId, type: typeColumn(type), filter: { equals: {} } }, 1),
    ),
  );
  const rows = found.flat();
  return { rows, total: rows.length };
}

/** Every stored map, newest first: other seeds, parameters, filters and spaces among them. */
export async function listProjectionVersions(
  db: Db,
  params: { spaceId?: string; type?: ProjectedType; limit?: number } = {},
): Promise<{ rows: ProjectionSummary[]; total: number }> {
  const where = {
    ...(params.spaceId ? { spaceId: params.spaceId } : {}),
    ...(params.type ? { type: typeColumn(params.type) } : {}),
  };
  const [rows, total] = await Promise.all([
    findSummaries(db, where, params.limit ?? 50),
    db.projection.count({ where }),
  ]);
  return { rows, total };
}

/** One stored map without its points; null when there is none of that id. */
export async function getProjection(db: Db, id: string): Promise<ProjectionSummary | null> {
  if (!isMemoryId(id)) return null;
  const [found] = await findSummaries(db, { id }, 1);
  return found ?? null;
}

function typeColumn(type: ProjectedType): MemoryType | null {
  return type === "all" ? null : type;
}

async function findSummaries(
  db: Db,
  where: Prisma.ProjectionWhereInput,
  take: number,
): Promise<ProjectionSummary[]> {
  const rows = await db.projection.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
    omit: { coordinates: true, memoryIds: true },
    include: { space: { select: { model: true, dimensions: true } } },
  });
  return Promise.all(rows.map((row) => toSummary(db, row)));
}

type SummaryRow = Omit<Projection, "coordinates" | "memoryIds"> & {
  space: { model: string; dimensions: number };
};

async function toSummary(db: Db, row: SummaryRow): Promise<ProjectionSummary> {
  const { id, spaceId, algorithm, count, seed, inputHash, trustworthiness, neighborRecall, seconds } = row;
  const filter = projectionFilter.parse(row.filter);
  const drift = await getDrift(db, { id, spaceId, type: row.type, filter, createdAt: row.createdAt });
  return {
    id,
    type: row.type ?? "all",
    space: spaceName(row.space),
    spaceId,
    filter,
    algorithm,
    n: count,
    seed,
    params: row.params as Record<string, unknown>,
    versions: row.versions as Record<string, unknown>,
    inputHash,
    trustworthiness,
    neighborRecall,
    seconds,
    asOf: row.createdAt.toISOString(),
    drift,
    current: drift.gone === 0 && !hasUnplaced(drift),
  };
}

/** When a memory of each type, and of any, last came, changed or was embedded in the space; types without one are left out. */
export async function getLatestChanges(
  db: Db,
  spaceId: string,
): Promise<Partial<Record<ProjectedType, Date>>> {
  const rows = await listLatestChanges(db, spaceId);
  return Object.fromEntries(rows.map(({ type, at }) => [type ?? "all", at]));
}
