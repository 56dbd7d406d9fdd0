import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import { Prisma, type Projection } from "#lib/db/generated/client.ts";
import { readVectors } from "#lib/embeddings/read-vectors.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { placePoints } from "#lib/umap/place-points.ts";
import { decodeCoordinates } from "./coordinates.ts";
import type { LayoutHooks } from "./layout.ts";
import { nearestAmong } from "./nearest-among.ts";
import { andProjected } from "./projected-where.ts";
import { projectionFilter } from "./schema.ts";
import { unitRows } from "./unit-rows.ts";

export const placementInput = z.object({
  projectionId: z.uuid("A map is named by its id"),
  /** Only these; left out = all that changed or came since. */
  memoryIds: z.array(z.uuid()).optional(),
});
export type PlacementInput = z.input<typeof placementInput>;

/** What the job takes: several maps in turn. */
export const placementJobInput = z.object({ projectionIds: z.array(z.uuid()).min(1, "Name a map") });
export type PlacementJobInput = z.input<typeof placementJobInput>;

export type PlacementReport = { projectionId: string; placed: number };

/**
 * Places memories that came or changed since a map was laid out among its points, without moving any of those. They are
 * marked as placed. Memories that lie where they should are left alone.
 * @returns "not_found" for an unknown map, "invalid" for one of too few points
 * @throws signal.reason when aborted; nothing is stored then
 */
export async function placeMemories(
  db: RootDb,
  input: PlacementInput,
  actor: Actor,
  { signal, progress }: LayoutHooks = {},
): Promise<Result<PlacementReport>> {
  const allowed = authorizeWrite(actor);
  if (!allowed.ok) return allowed;
  const parsed = placementInput.safeParse(input);
  if (!parsed.success) return err("invalid", parsed.error.issues[0]?.message ?? "");
  const { projectionId, memoryIds } = parsed.data;
  const map = await db.projection.findUnique({ where: { id: projectionId }, include: { space: true } });
  if (!map) return err("not_found", "There is no such map: compute one first.");
  const { neighbors, minDist } = placing.parse(map.params);
  if (map.algorithm !== "umap")
    return err("invalid", "The map has too few points to place others among: compute it again.");
  const asOf = new Date();
  progress?.(0, "Reading vectors");
  const standing = await listStanding(db, map, memoryIds);
  const filter = { type: map.type, deprecated: true, ...projectionFilter.parse(map.filter) };
  if (!standing.some(({ moved }) => moved)) return ok({ projectionId, placed: 0 });
  const { memories, matrix } = await readVectors(db, map.space, filter, signal);
  const vectors = unitRows(matrix, true);
  const rowOf = new Map(memories.map(({ id }, row) => [id, row]));
  const laid = new Map(map.memoryIds.map((id, at) => [id, at]));
  const known = standing.flatMap(({ id, moved, anchor }) => {
    const row = rowOf.get(id);
    return row === undefined ? [] : [{ id, row, moved, anchor }];
  });
  const anchors = known.filter(({ anchor }) => anchor);
  const moved = known.filter((one) => one.moved);
  if (anchors.length <= neighbors)
    return err("invalid", "Too few memories are as they were laid out: compute the map again.");
  const found = await nearestAmong(
    vectors,
    Int32Array.from(moved, ({ row }) => row),
    Int32Array.from(anchors, ({ row }) => row),
    neighbors,
    { signal, progress: (share) => progress?.(0.9 * share, "Finding neighbours") },
  );
  const { x, y } = decodeCoordinates(map.coordinates);
  const fixed = Float32Array.from(
    anchors.flatMap(({ id }) => [x[laid.get(id) ?? 0] ?? 0, y[laid.get(id) ?? 0] ?? 0]),
  );
  progress?.(0.9, "Placing");
  const places = placePoints(fixed, found, { minDistance: minDist, seed: map.seed });
  signal?.throwIfAborted();
  const ids = moved.map(({ id }) => id);
  await inTransaction(db, async (tx) => {
    const xs = ids.map((_, i) => places[2 * i] as number);
    const ys = ids.map((_, i) => places[2 * i + 1] as number);
    await tx.$executeRaw`
      INSERT INTO "PlacedPoint" ("projectionId", "memoryId", "x", "y", "createdAt")
      SELECT ${projectionId}::uuid, m."id", p.x, p.y, ${asOf}
      FROM unnest(${ids}::uuid[], ${xs}::float8[], ${ys}::float8[]) AS p (id, x, y) JOIN "Memory" m ON m."id" = p.id
      ON CONFLICT ("projectionId", "memoryId") DO UPDATE
        SET "x" = excluded."x", "y" = excluded."y", "createdAt" = excluded."createdAt"`;
    const detail = { placed: ids.length };
    await tx.auditEvent.create({
      data: { actor: actor.name, action: "projection.place", subjectId: projectionId, detail },
    });
  });
  return ok({ projectionId, placed: ids.length });
}

const placing = z.object({ neighbors: z.int(), minDist: z.number() });

/** Memories with a vector of now: which lie where they were laid out, and which are to be placed. */
function listStanding(
  db: RootDb,
  map: Pick<Projection, "id" | "spaceId" | "type" | "filter" | "createdAt">,
  only: readonly string[] | undefined,
): Promise<{ id: string; anchor: boolean; moved: boolean }[]> {
  const filter = projectionFilter.parse(map.filter);
  const picked = only ? Prisma.sql`AND m."id" = ANY(${only}::uuid[])` : Prisma.empty;
  return db.$queryRaw`
    WITH laid AS (SELECT unnest("memoryIds") AS id FROM "Projection" WHERE "id" = ${map.id}::uuid)
    SELECT m."id"::text AS id, laid.id IS NOT NULL AND e."createdAt" <= ${map.createdAt} AS anchor,
      (laid.id IS NULL OR e."createdAt" > ${map.createdAt}) AND coalesce(p."createdAt" < e."createdAt", true)
        ${picked} AS moved
    FROM "Embedding" e JOIN "Memory" m ON m."id" = e."memoryId"
    LEFT JOIN laid ON laid.id = m."id"
    LEFT JOIN "PlacedPoint" p ON p."projectionId" = ${map.id}::uuid AND p."memoryId" = m."id"
    WHERE e."spaceId" = ${map.spaceId}::uuid AND NOT e."stale" ${andProjected(map.type, filter)} ORDER BY m."id"`;
}
