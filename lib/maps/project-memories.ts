import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import type { EmbeddingSpace, Prisma } from "#lib/db/generated/client.ts";
import { readVectors } from "#lib/embeddings/read-vectors.ts";
import { resolveSpace, spaceName } from "#lib/embeddings/spaces.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { WorkHooks } from "#lib/shared/work/work-hooks.ts";
import { mostUmapJsPoints, umapJsVersion } from "#lib/umap/umap-js-layout.ts";
import { encodeCoordinates } from "./coordinates.ts";
import { inputHash } from "./input-hash.ts";
import { computeLayout, type Layout } from "./layout.ts";
import type { ProjectedType } from "./schema.ts";
import { type ProjectionInput, type ProjectionParams, projectionParams } from "./schema.ts";
import { readStart } from "./warm-start.ts";

export type ProjectionReport = {
  projectionId: string;
  type: ProjectedType;
  space: string;
  n: number;
  /** null where too few points are there to say. */
  trustworthiness: number | null;
  seconds: number;
  /** The same input was laid out before: nothing was computed. */
  reused: boolean;
};

/** Changes with the arithmetic, so that an older version's layouts aren't taken for this one's. */
const layoutVersion = 3;

/**
 * Lays out the memories of one type (or all), or of them those that a filter holds, that have a vector in the space,
 * and stores the layout. The same input gives the stored one back. Deprecated memories are on the map too, unless the
 * filter says otherwise: it can color and hide them.
 * @returns "invalid" for parameters out of range or no vectors; "not_found" for an unknown space or start
 * @throws signal.reason when aborted; nothing is stored then
 */
export async function projectMemories(
  db: RootDb,
  input: ProjectionInput,
  actor: Actor,
  hooks: WorkHooks = {},
): Promise<Result<ProjectionReport>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = projectionParams.safeParse(input);
  if (!parsed.success)
    return err("invalid", parsed.error.issues[0]?.message ?? "", z.flattenError(parsed.error).fieldErrors);
  const params = parsed.data;
  const space = await resolveSpace(db, params.space);
  if (!space.ok) return space;
  const asOf = new Date();
  const type = params.type === "all" ? null : params.type;
  hooks.progress?.(0, "Reading vectors");
  const filter = { type, deprecated: true, ...params.filter };
  const { memories, matrix } = await readVectors(db, space.value, filter, hooks.signal);
  if (matrix.rows === 0) return noVectors(params, space.value);
  const refused = refuseUmapJs(params, matrix.rows);
  if (refused) return refused;
  const { seed, neighbors, minDist, engine } = params;
  const memoryIds = memories.map(({ id }) => id);
  const hash = inputHash(dependsOn(params), memoryIds, matrix.data);
  const stored = await touchStored(db, space.value, hash, asOf);
  if (stored) return ok(toReport(stored, params.type, space.value, true));
  const start = await readStart(db, space.value.id, params.startFrom, memoryIds);
  if (!start.ok) return start;
  const started = performance.now();
  const options = { owned: true, start: start.value ?? undefined };
  const layout = await computeLayout(matrix, { seed, neighbors, minDist, engine }, hooks, options);
  const seconds = (performance.now() - started) / 1000;
  const columns = {
    ...layoutColumns(layout, params),
    type,
    filter: params.filter as Prisma.InputJsonObject,
    spaceId: space.value.id,
    inputHash: hash,
    memoryIds,
    seconds,
    createdAt: asOf,
  };
  const row = await keepLayout(db, columns, { type: params.type, space: spaceName(space.value) }, actor);
  return ok(toReport(row, params.type, space.value, false));
}

/** What a layout depends on beside the memories and their vectors. */
function dependsOn({ type, filter, seed, neighbors, minDist, startFrom, engine }: ProjectionParams) {
  const ours = { layoutVersion, type, filter, seed, neighbors, minDist, startFrom: startFrom ?? null };
  return engine === "umap-js" ? { ...ours, engine: `umap-js ${umapJsVersion}` } : ours;
}

/** What umap-js can't do; null when it can, or is not asked for. */
function refuseUmapJs({ engine, startFrom }: ProjectionParams, points: number): Failed | null {
  if (engine !== "umap-js") return null;
  if (startFrom)
    return err("invalid", "umap-js always starts from random places: leave out the map to start from.");
  if (points <= mostUmapJsPoints) return null;
  return err(
    "invalid",
    `umap-js takes too much memory beyond ${mostUmapJsPoints} points, and there are ${points}: choose Carryover's engine, or a filter.`,
  );
}

/** Stores a layout and who made it; should the same have been stored meanwhile, that one stays. */
function keepLayout(
  db: RootDb,
  columns: Prisma.ProjectionUncheckedCreateInput,
  detail: { type: ProjectedType; space: string },
  actor: Actor,
): Promise<Stored> {
  const { spaceId, inputHash: hash } = columns;
  return inTransaction(db, async (tx) => {
    const where = { spaceId_inputHash: { spaceId, inputHash: hash } };
    const row = await tx.projection.upsert({ where, create: columns, update: {}, select: reported });
    await tx.auditEvent.create({
      data: {
        actor: actor.name,
        action: "projection.create",
        subjectId: row.id,
        detail: { ...detail, n: row.count },
      },
    });
    return row;
  });
}

type Failed = ReturnType<typeof err>;

const reported = { id: true, count: true, trustworthiness: true, seconds: true } as const;
type Stored = { id: string; count: number; trustworthiness: number | null; seconds: number };

function noVectors({ type, filter }: ProjectionParams, space: EmbeddingSpace): Failed {
  const what = type === "all" ? "memory" : `${type} memory`;
  if (filter.benchmarks || filter.lifecycles)
    return err("invalid", `No ${what} with a vector in ${spaceName(space)} matches the filter: widen it.`);
  return err(
    "invalid",
    `No ${what} has a vector in ${spaceName(space)} yet: import memories and let the embedding job finish, then try again.`,
  );
}

/**
 * A layout of the same input becomes the newest again, since the newest of a type is the one that is shown. What was
 * placed on it since is of no use then: nothing differs from what was laid out.
 */
async function touchStored(
  db: RootDb,
  space: EmbeddingSpace,
  hash: string,
  asOf: Date,
): Promise<Stored | null> {
  const where = { spaceId_inputHash: { spaceId: space.id, inputHash: hash } };
  const stored = await db.projection.findUnique({ where, select: reported });
  if (stored) {
    await db.projection.update({
      where: { id: stored.id },
      data: { createdAt: asOf, placedPoints: { deleteMany: {} } },
    });
  }
  return stored;
}

function layoutColumns(
  { algorithm, coordinates, used, engine, search, quality }: Layout,
  requested: ProjectionParams,
) {
  const { trustworthiness } = quality;
  return {
    algorithm,
    count: coordinates.length / 2,
    coordinates: encodeCoordinates(coordinates),
    seed: used.seed,
    params: {
      neighbors: used.neighbors,
      requestedNeighbors: requested.neighbors,
      minDist: used.minDist,
      epochs: used.epochs,
      start: startOf(requested),
      metric: "cosine",
      search,
      quality: { k: quality.k, points: quality.points },
    },
    versions: {
      layout: algorithm === "umap-js" ? `umap-js ${umapJsVersion}` : layoutVersion,
      neighbors: engine,
      node: process.versions.node,
    },
    trustworthiness: "value" in trustworthiness ? trustworthiness.value : null,
    neighborRecall: quality.neighborRecall,
  };
}

function startOf({ startFrom, engine }: ProjectionParams): string {
  if (startFrom) return `map ${startFrom}`;
  return engine === "umap-js" ? "random places" : "principal plane";
}

function toReport(
  row: Stored,
  type: ProjectedType,
  space: EmbeddingSpace,
  reused: boolean,
): ProjectionReport {
  const { id, count, trustworthiness, seconds } = row;
  return { projectionId: id, type, space: spaceName(space), n: count, trustworthiness, seconds, reused };
}
