import type { JobHandler } from "#lib/jobs/context.ts";
import { ok } from "#lib/shared/result.ts";
import { type PlacementReport, placeMemories, placementJobInput } from "./place-memories.ts";

/** The `place` job: puts memories that came or changed on stale maps; maps that can't take any are skipped and named. */
export const placeJob: JobHandler = async (db, input, { actor, signal, progress }) => {
  const { projectionIds } = placementJobInput.parse(input);
  const placed: PlacementReport[] = [];
  const skipped: { projectionId: string; reason: string }[] = [];
  for (const [done, projectionId] of projectionIds.entries()) {
    const report = await placeMemories(db, { projectionId }, actor, {
      signal,
      progress: (share, stage) => progress((done + share) / projectionIds.length, stage),
    });
    if (report.ok) placed.push(report.value);
    else if (projectionIds.length > 1) skipped.push({ projectionId, reason: report.error.message });
    else return report;
  }
  return ok({ placed, skipped });
};
