import type { Db } from "#lib/db/client.ts";
import { isMemoryId } from "#lib/memories/where.ts";
import { decodeCoordinates } from "./coordinates.ts";
import { categoryColumn, type MapPoints } from "./map-binary.ts";

/**
 * The points of one stored projection with what its memories are now (their lifecycle may have
 * changed since the layout was made). Null when there is no such projection.
 */
export async function getMapPoints(db: Db, projectionId: string): Promise<MapPoints | null> {
  if (!isMemoryId(projectionId)) return null;
  const projection = await db.projection.findUnique({
    where: { id: projectionId },
    select: { type: true, memoryIds: true, coordinates: true },
  });
  if (!projection) return null;
  const memories = await db.memory.findMany({
    where: projection.type ? { type: projection.type } : {},
    select: { id: true, type: true, benchmarkName: true, outcome: true, lifecycle: true },
  });
  const byId = new Map(memories.map((memory) => [memory.id, memory]));
  const { x, y } = decodeCoordinates(projection.coordinates);
  const placed = projection.memoryIds.flatMap((id, index) => {
    const memory = byId.get(id);
    return memory ? [{ index, memory }] : [];
  });
  return {
    x: Float32Array.from(placed, ({ index }) => x[index] ?? 0),
    y: Float32Array.from(placed, ({ index }) => y[index] ?? 0),
    ids: placed.map(({ memory }) => memory.id),
    categories: {
      type: categoryColumn(placed.map(({ memory }) => memory.type)),
      benchmark: categoryColumn(placed.map(({ memory }) => memory.benchmarkName)),
      outcome: categoryColumn(placed.map(({ memory }) => memory.outcome)),
      lifecycle: categoryColumn(placed.map(({ memory }) => memory.lifecycle)),
    },
  };
}
