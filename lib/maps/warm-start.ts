import { mean } from "simple-statistics";
import type { Db } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { decodeCoordinates } from "./coordinates.ts";

/**
 * Where points begin when a map starts from another one: at their places there; those it lacks in its middle, from where
 * the layout pulls them to their neighbors.
 * @returns x and y per memory, null without a map to start from; "not_found" when the space has no such map
 */
export async function readStart(
  db: Db,
  spaceId: string,
  projectionId: string | undefined,
  memoryIds: readonly string[],
): Promise<Result<Float32Array | null>> {
  if (!projectionId) return ok(null);
  const from = await db.projection.findFirst({
    where: { id: projectionId, spaceId },
    select: { memoryIds: true, coordinates: true },
  });
  if (!from) return err("not_found", "The map to start from is not there, or is of another embedding space.");
  const { x, y } = decodeCoordinates(from.coordinates);
  return ok(startAt(memoryIds, from.memoryIds, x, y));
}

/** Places of `wanted` among points that belong to `known`; the mean of all for those that are not. */
export function startAt(
  wanted: readonly string[],
  known: readonly string[],
  x: Float32Array,
  y: Float32Array,
): Float32Array {
  const place = new Map(known.map((id, at) => [id, at]));
  const middle = known.length === 0 ? ([0, 0] as const) : ([mean([...x]), mean([...y])] as const);
  const start = new Float32Array(2 * wanted.length);
  wanted.forEach((id, i) => {
    const at = place.get(id);
    // Strangers in one place would push each other nowhere: a small spiral parts them.
    const turn = i * 2.399963;
    start[2 * i] = at === undefined ? middle[0] + 0.01 * Math.cos(turn) * Math.sqrt(i) : (x[at] as number);
    start[2 * i + 1] =
      at === undefined ? middle[1] + 0.01 * Math.sin(turn) * Math.sqrt(i) : (y[at] as number);
  });
  return start;
}
