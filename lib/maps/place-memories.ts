import { z } from "zod";
import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { inTransaction, type RootDb } from "#lib/db/client.ts";
import type { Projection } from "#lib/db/generated/client.ts";
import { readVectors } from "#lib/embeddings/read-vectors.ts";
import type { Matrix } from "#lib/metrics/matrix.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { WorkHooks } from "#lib/shared/work/work-hooks.ts";
import { placePoints } from "#lib/umap/place-points.ts";
import { decodeCoordinates } from "./coordinates.ts";
import { listStanding, upsertPlaces } from "./maps-sql.ts";
import { nearestAmong } from "./nearest-among.ts";
import { projectionFilter } from "./schema.ts";
import { unitRows } from "./unit-rows.ts";

const placementInput = z.object({
  projectionId: z.uuid("A map is named by its id"),
  /** Only these; left out = all that changed or came since. */
  memoryIds: z.array(z.uuid()).optional(),
});
export type PlacementInput = z.input<typeof placementInput>;

/** What asks for the job: several maps in turn. */
export const placementRequest = z.object({ projectionIds: z.array(z.uuid()).min(1, "Name a map") });
export type PlacementRequest = z.input<typeof placementRequest>;

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
  hooks: WorkHooks = {},
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
  hooks.progress?.(0, "Reading vectors");
  const standing = await listStanding(db, map, memoryIds);
  if (!standing.some(({ moved }) => moved)) return ok({ projectionId, placed: 0 });
  const filter = { type: map.type, deprecated: true, ...projectionFilter.parse(map.filter) };
  const { memories, matrix } = await readVectors(db, map.space, filter, hooks.signal);
  const rowOf = new Map(memories.map(({ id }, row) => [id, row]));
  const known = standing.flatMap((memory) => {
    const row = rowOf.get(memory.id);
    return row === undefined ? [] : [{ ...memory, row }];
  });
  const anchors = known.filter(({ anchor }) => anchor);
  const moved = known.filter((memory) => memory.moved);
  if (anchors.length <= neighbors)
    return err("invalid", "Too few memories are as they were laid out: compute the map again.");
  const vectors = unitRows(matrix, true);
  const places = await findPlaces(vectors, map, anchors, moved, { neighbors, minDist }, hooks);
  hooks.signal?.throwIfAborted();
  const placed = moved.map(({ id }) => id);
  await storePlaces(db, projectionId, placed, places, { asOf, actor });
  return ok({ projectionId, placed: placed.length });
}

const placing = z.object({ neighbors: z.int(), minDist: z.number() });

type Standing = { id: string; row: number };

/** x and y of each memory in `moved`, among the places of the anchors. */
async function findPlaces(
  vectors: Matrix & { data: Float32Array },
  map: Pick<Projection, "memoryIds" | "coordinates" | "seed">,
  anchors: readonly Standing[],
  moved: readonly Standing[],
  { neighbors, minDist }: z.infer<typeof placing>,
  { signal, progress }: WorkHooks,
): Promise<Float32Array> {
  const rowsOf = (memories: readonly Standing[]) => Int32Array.from(memories, ({ row }) => row);
  const found = await nearestAmong(vectors, rowsOf(moved), rowsOf(anchors), neighbors, {
    signal,
    progress: (share) => progress?.(0.9 * share, "Finding neighbors"),
  });
  const { x, y } = decodeCoordinates(map.coordinates);
  const laid = new Map(map.memoryIds.map((id, at) => [id, at]));
  const fixed = new Float32Array(2 * anchors.length);
  anchors.forEach(({ id }, i) => {
    const at = laid.get(id) ?? 0;
    fixed.set([x[at] ?? 0, y[at] ?? 0], 2 * i);
  });
  progress?.(0.9, "Placing");
  return placePoints(fixed, found, { minDistance: minDist, seed: map.seed });
}

function storePlaces(
  db: RootDb,
  projectionId: string,
  ids: readonly string[],
  places: Float32Array,
  { asOf, actor }: { asOf: Date; actor: Actor },
): Promise<void> {
  const xs = ids.map((_, i) => places[2 * i] as number);
  const ys = ids.map((_, i) => places[2 * i + 1] as number);
  return inTransaction(db, async (tx) => {
    await upsertPlaces(tx, projectionId, ids, xs, ys, asOf);
    const detail = { placed: ids.length };
    await tx.auditEvent.create({
      data: { actor: actor.name, action: "projection.place", subjectId: projectionId, detail },
    });
  });
}
