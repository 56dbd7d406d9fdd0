import type { Db } from "#lib/db/client.ts";
import type { MemoryType } from "#lib/db/generated/enums.ts";
import { isMemoryId } from "#lib/memories/memory-id.ts";
import { alignPlanes, transformPlane } from "#lib/metrics/procrustes.ts";
import { decodeCoordinates } from "./coordinates.ts";
import { toPoints } from "./layout.ts";
import { categoryColumn, type MapPoints } from "./map-binary.ts";
import { type EffectVerdict, verdictNames } from "./map-measures.ts";
import { readMemoryColumns } from "./maps-sql.ts";

type PointsParams = {
  /** Id of another map: the points are turned, mirrored, scaled and shifted to lie as its same memories do. */
  alignTo?: string | undefined;
  /** What runs say of memories, by id; left out = not known. */
  effects?: ReadonlyMap<string, EffectOnMap> | undefined;
};

/** What runs say of one memory, as far as a map shows it. */
type EffectOnMap = {
  /** A share, -1 to 1; the map has it in points. */
  effect: number;
  /** Null where it could not be tested. */
  q: number | null;
  tasks: number;
  gained: number;
  lost: number;
  verdict: EffectVerdict;
};

/**
 * The points of one stored projection with what its memories are now (their lifecycle may have changed since the layout
 * was made), and after them those placed on it since: a memory that was edited is where it was placed. Null when
 * there is no such projection.
 */
export async function getMapPoints(
  db: Db,
  projectionId: string,
  { alignTo, effects }: PointsParams = {},
): Promise<MapPoints | null> {
  const map = await readPlane(db, projectionId);
  if (!map) return null;
  const aligned = alignTo ? await alignedPlane(db, map, alignTo) : map.plane;
  const columns = await readMemoryColumns(db, map);
  const rowOf = new Map(columns.ids.map((id, row) => [id, row]));
  // Memories that are gone lie on no map.
  const shown = map.ids.flatMap((id, index) => {
    const row = rowOf.get(id);
    return row === undefined ? [] : [{ id, index, row }];
  });
  const category = (read: (row: number) => string | undefined) =>
    categoryColumn(shown.map(({ row }) => read(row) ?? "(unknown)"));
  const numbers = (values: readonly (number | null)[]) =>
    Float32Array.from(shown, ({ row }) => values[row] ?? Number.NaN);
  const effectColumn = (read: (effect: EffectOnMap) => number | null) =>
    Float32Array.from(shown, ({ id }) => {
      const effect = effects?.get(id);
      return (effect && read(effect)) ?? Number.NaN;
    });
  return {
    x: Float32Array.from(shown, ({ index }) => aligned[2 * index] ?? 0),
    y: Float32Array.from(shown, ({ index }) => aligned[2 * index + 1] ?? 0),
    ids: shown.map(({ id }) => id),
    placed: Uint8Array.from(shown, ({ index }) => (map.isPlaced(index) ? 1 : 0)),
    categories: {
      type: category((row) => columns.type[row]),
      benchmark: category((row) => columns.benchmark[row]),
      outcome: category((row) => columns.outcome[row]),
      lifecycle: category((row) => columns.lifecycle[row]),
      generator: category((row) => columns.generator[row] ?? undefined),
      tags: category((row) => columns.tags[row]?.toSorted().join(", ") || "(none)"),
      placement: categoryColumn(
        shown.map(({ index }) => (map.isPlaced(index) ? "placed since" : "(laid out)")),
      ),
      verdict: categoryColumn(shown.map(({ id }) => verdictNames[effects?.get(id)?.verdict ?? "notShown"])),
    },
    numbers: {
      lisi: numbers(columns.lisi),
      invariantShare: numbers(columns.invariantShare),
      foreignNeighbors: numbers(columns.foreignNeighbors),
      lintFindings: numbers(columns.lintFindings),
      retrievals: numbers(columns.retrievals),
      ageDays: numbers(columns.ageDays),
      effect: effectColumn(({ effect }) => 100 * effect),
      effectQ: effectColumn(({ q }) => q),
      effectTasks: effectColumn(({ tasks }) => tasks),
      netTasks: effectColumn(({ gained, lost }) => gained - lost),
    },
  };
}

export type StoredPlane = {
  spaceId: string;
  type: MemoryType | null;
  ids: string[];
  /** x and y per id. */
  plane: Float32Array;
  isPlaced: (index: number) => boolean;
};

/** A map's points, those placed on it in the place of their older selves or behind the others. */
export async function readPlane(db: Db, id: string): Promise<StoredPlane | null> {
  if (!isMemoryId(id)) return null;
  const projection = await db.projection.findUnique({
    where: { id },
    select: {
      spaceId: true,
      type: true,
      memoryIds: true,
      coordinates: true,
      placedPoints: { select: { memoryId: true, x: true, y: true }, orderBy: { memoryId: "asc" } },
    },
  });
  if (!projection) return null;
  const placed = new Map(projection.placedPoints.map((point) => [point.memoryId, point]));
  const laid = new Set(projection.memoryIds);
  const ids = [...projection.memoryIds, ...[...placed.keys()].filter((memoryId) => !laid.has(memoryId))];
  const plane = new Float32Array(2 * ids.length);
  plane.set(toPoints(decodeCoordinates(projection.coordinates)));
  ids.forEach((memoryId, index) => {
    const point = placed.get(memoryId);
    if (point) plane.set([point.x, point.y], 2 * index);
  });
  return {
    spaceId: projection.spaceId,
    type: projection.type,
    ids,
    plane,
    isPlaced: (index) => placed.has(ids[index] ?? ""),
  };
}

/** The plane laid onto another by the memories both hold. */
async function alignedPlane(db: Db, map: StoredPlane, alignTo: string): Promise<Float32Array> {
  const other = await readPlane(db, alignTo);
  if (!other) return map.plane;
  const placeOf = new Map(other.ids.map((id, index) => [id, index]));
  const shared = map.ids.flatMap((id, index) => {
    const there = placeOf.get(id);
    return there === undefined ? [] : [{ here: index, there }];
  });
  const from = Float32Array.from(
    shared.flatMap(({ here }) => [...map.plane.subarray(2 * here, 2 * here + 2)]),
  );
  const to = Float32Array.from(
    shared.flatMap(({ there }) => [...other.plane.subarray(2 * there, 2 * there + 2)]),
  );
  return transformPlane(map.plane, alignPlanes(from, to));
}
