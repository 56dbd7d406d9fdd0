import type { RootDb } from "#lib/db/client.ts";
import { getActiveSpace } from "#lib/embeddings/spaces.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { getLatestChanges } from "#lib/maps/queries.ts";

const actor = { name: "carryover", role: "editor" } as const;

/**
 * Queues a measurement when the pool changed since the last one and that was not today (UTC), so that the history has a
 * point a day also when nobody asks. A pool that was never measured is measured by its import.
 * @returns id of the job; null when none is due
 */
export async function queueDailyMeasurement(db: RootDb, now = new Date()): Promise<string | null> {
  const space = await getActiveSpace(db);
  if (!space) return null;
  const [last, changes, waiting] = await Promise.all([
    db.metricSnapshot.aggregate({ where: { spaceId: space.id }, _max: { checkedAt: true } }),
    getLatestChanges(db, space.id),
    db.job.count({ where: { kind: "metrics", state: { in: ["queued", "running"] } } }),
  ]);
  const measured = last._max.checkedAt;
  if (!measured || !changes.all || changes.all <= measured || waiting > 0) return null;
  if (dayOf(measured) === dayOf(now)) return null;
  return enqueueJob(db, { kind: "metrics", input: {}, actor });
}

const dayOf = (time: Date) => time.toISOString().slice(0, 10);
