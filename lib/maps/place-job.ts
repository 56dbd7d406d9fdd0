import type { RootDb } from "#lib/db/client.ts";
import { getActiveSpace } from "#lib/embeddings/spaces.ts";
import type { JobHandler } from "#lib/jobs/context.ts";
import { ok } from "#lib/shared/result.ts";
import { type PlacementReport, placeMemories, placementRequest } from "./place-memories.ts";
import { listProjections } from "./queries.ts";
import { hasUnplaced } from "./view.ts";

/** Without maps named, as after an edit, it goes over those that are shown. */
const inputSchema = placementRequest.partial();

/** The `place` job: puts memories that came or changed on stale maps; maps that can't take any are skipped and named. */
export const placeJob: JobHandler = async (db, input, { actor, signal, progress }) => {
  const { projectionIds: named } = inputSchema.parse(input ?? {});
  const projectionIds = named ?? (await listOpenMaps(db));
  const placed: PlacementReport[] = [];
  const skipped: { projectionId: string; reason: string }[] = [];
  for (const [done, projectionId] of projectionIds.entries()) {
    const report = await placeMemories(db, { projectionId }, actor, {
      signal,
      progress: (share, stage) => progress((done + share) / projectionIds.length, stage),
    });
    if (report.ok) placed.push(report.value);
    else if (named?.length === 1) return report;
    else skipped.push({ projectionId, reason: report.error.message });
  }
  return ok({ placed, skipped });
};

/** The maps shown of the active space on which some memory is not yet where it belongs. */
async function listOpenMaps(db: RootDb): Promise<string[]> {
  const space = await getActiveSpace(db);
  if (!space) return [];
  const { rows } = await listProjections(db, { spaceId: space.id });
  return rows.filter(({ drift }) => hasUnplaced(drift)).map(({ id }) => id);
}
