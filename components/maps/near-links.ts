import type { ScatterLinks } from "#components/scatter/draw-context.ts";
import type { MapPoints } from "#lib/maps/map-binary.ts";

/** A memory and how similar it is to what is looked at. */
export type Similar = { id: string; similarity: number };

/**
 * Lines on one map from a memory, or from where a query would lie, to the nearest. A query has no place of its own on a
 * stored map: it is put at the mean of its nearest there, weighted by the square of their similarity.
 * @param from the memory's id; null for a query
 * @returns null when the map holds neither end
 */
export function nearLinks(
  points: MapPoints,
  from: string | null,
  near: readonly Similar[],
): ScatterLinks | null {
  const indexOf = new Map(points.ids.map((id, index) => [id, index]));
  const place = (index: number) => ({ x: points.x[index] ?? 0, y: points.y[index] ?? 0 });
  const ends = near.flatMap(({ id, similarity }) => {
    const index = indexOf.get(id);
    return index === undefined ? [] : [{ ...place(index), weight: Math.max(1e-6, similarity) ** 2 }];
  });
  if (ends.length === 0) return null;
  const to = ends.map(({ x, y }) => ({ x, y }));
  if (from !== null) {
    const index = indexOf.get(from);
    return index === undefined ? null : { from: place(index), to };
  }
  const total = ends.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (read: (end: { x: number; y: number }) => number) =>
    ends.reduce((sum, end) => sum + read(end) * end.weight, 0) / total;
  return { from: { x: mean((end) => end.x), y: mean((end) => end.y) }, to };
}
