import type { Db } from "#lib/db/client.ts";
import { type ClusterLabel, clusterLabels } from "./cluster-labels.ts";
import { getMapPoints } from "./map-points.ts";

/** More would tell the same names later. */
const mostTexts = 10_000;
const textLength = 600;

/**
 * Names of the clusters of one stored map, by the texts of its memories as they are now; of a large map a regular sample.
 * Null when there is no such map.
 */
export async function getMapLabels(db: Db, projectionId: string): Promise<ClusterLabel[] | null> {
  const points = await getMapPoints(db, projectionId);
  if (!points) return null;
  const step = Math.max(1, Math.ceil(points.ids.length / mostTexts));
  const rows = points.ids.map((_, index) => index).filter((index) => index % step === 0);
  const ids = rows.map((row) => points.ids[row] ?? "");
  const found = await db.$queryRaw<{ id: string; text: string }[]>`
    SELECT m."id"::text AS id, left(m."title" || ' ' || m."searchText", ${textLength}) AS text
    FROM "Memory" m WHERE m."id" = ANY(${ids}::uuid[])`;
  const textOf = new Map(found.map(({ id, text }) => [id, text]));
  return clusterLabels(
    rows.map((row) => points.x[row] ?? 0),
    rows.map((row) => points.y[row] ?? 0),
    ids.map((id) => textOf.get(id) ?? ""),
  );
}
