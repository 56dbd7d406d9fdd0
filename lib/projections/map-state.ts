import type { Db } from "#lib/db/client.ts";
import { isMemoryId } from "#lib/memories/where.ts";
import { hashJson } from "#lib/shared/hash.ts";

/**
 * A text that stays the same as long as a stored map's bytes do: it changes with any memory (every change raises a
 * version), finding, measure, retrieval, trial or placed point, and with the day, for ages are in days.
 * Some milliseconds, where the bytes of a hundred thousand points take a second.
 */
export async function getMapState(db: Db, projectionId: string, alignTo?: string): Promise<string> {
  const ids = [projectionId, alignTo ?? projectionId].filter(isMemoryId);
  const rows = await db.$queryRaw<object[]>`
    SELECT
      (SELECT concat_ws(' ', count(*), sum("version"), max("updatedAt")) FROM "Memory") AS memories,
      (SELECT concat_ws(' ', count(*), max("createdAt")) FROM "LintFinding") AS findings,
      (SELECT concat_ws(' ', count(*), max("createdAt")) FROM "MemoryMeasure") AS measures,
      (SELECT count(*)::int FROM "Retrieval") AS retrievals,
      (SELECT count(*)::int FROM "Trial") AS trials,
      (SELECT concat_ws(' ', count(*), max("createdAt")) FROM "PlacedPoint"
        WHERE "projectionId" = ANY(${ids}::uuid[])) AS placed,
      (now() AT TIME ZONE 'UTC')::date::text AS day`;
  return hashJson([projectionId, alignTo ?? null, JSON.parse(JSON.stringify(rows))]);
}
