import type { Db } from "#lib/db/client.ts";
import type { MemoryType, Projection } from "#lib/db/generated/client.ts";
import { spaceName } from "#lib/embeddings/spaces.ts";
import { decodeCoordinates } from "./coordinates.ts";
import { type ProjectedType, projectedTypes } from "./schema.ts";

/** A category per point: `names[codes[i]]`. */
export type CodeColumn = { codes: Uint16Array; names: string[] };

export type ProjectionSummary = {
  id: string;
  type: ProjectedType;
  space: string;
  algorithm: string;
  n: number;
  seed: number;
  /** neighbors, requestedNeighbors, minDist, epochs, start, metric, quality {k, points} */
  params: Record<string, unknown>;
  versions: Record<string, unknown>;
  trustworthiness: number | null;
  neighborRecall: number | null;
  seconds: number;
  /** When its vectors were read, ISO 8601. */
  asOf: string;
  /** false once a memory of that type came, changed or was embedded anew. */
  current: boolean;
};

/** A projection with its points as columns; index i is the same memory in each. */
export type ProjectionMap = ProjectionSummary & {
  memoryIds: string[];
  titles: string[];
  x: Float32Array;
  y: Float32Array;
  /** benchmark.names holds every benchmark of the pool in alphabetical order, so that a code means the same on every map. */
  columns: { benchmark: CodeColumn; outcome: CodeColumn; lifecycle: CodeColumn; type: CodeColumn };
  /** Whether any of the memories is synthetic: the page must say so. */
  synthetic: boolean;
};

/** The newest projection of each type in a space, without points; types without one are left out. */
export async function listProjections(
  db: Db,
  params: { spaceId: string },
): Promise<{ rows: ProjectionSummary[]; total: number }> {
  const found = await Promise.all(projectedTypes.map((type) => getLatest(db, params.spaceId, type)));
  const rows = found.flatMap((row) => (row ? [row.summary] : []));
  return { rows, total: rows.length };
}

/** The newest projection of one type (or of all types together) in a space with its points, or null. */
export async function getProjectionMap(
  db: Db,
  params: { spaceId: string; type: ProjectedType },
): Promise<ProjectionMap | null> {
  const latest = await getLatest(db, params.spaceId, params.type);
  if (!latest) return null;
  const { memoryIds, coordinates } = await db.projection.findUniqueOrThrow({
    where: { id: latest.summary.id },
    select: { memoryIds: true, coordinates: true },
  });
  const [memories, benchmarks] = await Promise.all([
    db.memory.findMany({ where: latest.type ? { type: latest.type } : {}, select: drawn }),
    db.benchmark.findMany({ select: { name: true }, orderBy: { name: "asc" } }),
  ]);
  const byId = new Map(memories.map((memory) => [memory.id, memory]));
  const shown = memoryIds.map((id) => byId.get(id));
  return {
    ...latest.summary,
    memoryIds,
    titles: shown.map((memory) => memory?.title ?? "(deleted)"),
    ...decodeCoordinates(coordinates),
    columns: {
      benchmark: toColumn(
        shown.map((memory) => memory?.benchmarkName),
        benchmarks.map(({ name }) => name),
      ),
      outcome: toColumn(
        shown.map((memory) => memory?.outcome),
        ["passed", "failed", "unknown"],
      ),
      lifecycle: toColumn(
        shown.map((memory) => memory?.lifecycle),
        ["candidate", "active", "deprecated"],
      ),
      type: toColumn(
        shown.map((memory) => memory?.type),
        ["trajectory", "workflow", "summary", "insight"],
      ),
    },
    synthetic: shown.some((memory) => memory?.synthetic),
  };
}

const drawn = {
  id: true,
  title: true,
  type: true,
  benchmarkName: true,
  outcome: true,
  lifecycle: true,
  synthetic: true,
} as const;

function toColumn(values: (string | undefined)[], names: string[]): CodeColumn {
  const all = values.includes(undefined) ? [...names, "(deleted)"] : names;
  const codeOf = new Map(all.map((name, code) => [name, code]));
  return { codes: Uint16Array.from(values, (value) => codeOf.get(value ?? "(deleted)") ?? 0), names: all };
}

async function getLatest(
  db: Db,
  spaceId: string,
  projected: ProjectedType,
): Promise<{ summary: ProjectionSummary; type: MemoryType | null } | null> {
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
  return row && { summary: toSummary(row, changed), type };
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
