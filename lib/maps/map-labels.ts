import type { Db } from "#lib/db/client.ts";
import { memoizeAsync } from "#lib/shared/memoize-async.ts";
import { type ClusterLabel, clusterLabels } from "./cluster-labels.ts";
import { readPlane } from "./map-points.ts";
import { listTexts } from "./maps-sql.ts";

/** More would tell the same names later. */
const mostTexts = 10_000;
const textLength = 600;

const keepLabels = memoizeAsync<ClusterLabel[] | null>(20);

/** The same, kept for whoever asks next; another `state` of the map (from getMapState) is another answer. */
export function getKeptMapLabels(
  db: Db,
  projectionId: string,
  state: string,
): Promise<ClusterLabel[] | null> {
  return keepLabels(state, () => getMapLabels(db, projectionId));
}

/**
 * Names of the clusters of one stored map, by the texts of its memories as they are now; of a large map a regular sample.
 * Null when there is no such map.
 */
export async function getMapLabels(db: Db, projectionId: string): Promise<ClusterLabel[] | null> {
  const map = await readPlane(db, projectionId);
  if (!map) return null;
  const step = Math.max(1, Math.ceil(map.ids.length / mostTexts));
  const sample = map.ids.flatMap((id, index) => (index % step === 0 ? [{ id, index }] : []));
  const found = await listTexts(
    db,
    sample.map(({ id }) => id),
    textLength,
  );
  const textOf = new Map(found.map(({ id, text }) => [id, text]));
  const named = sample.filter(({ id }) => textOf.has(id));
  return clusterLabels(
    named.map(({ index }) => map.plane[2 * index] ?? 0),
    named.map(({ index }) => map.plane[2 * index + 1] ?? 0),
    named.map(({ id }) => textOf.get(id) ?? ""),
  );
}
