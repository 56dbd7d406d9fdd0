import type { Db } from "#lib/db/client.ts";
import { getRevision } from "#lib/db/data-revision.ts";
import { hashJson } from "#lib/shared/hash.ts";

/**
 * A text that stays the same as long as a stored map's bytes do: it changes with any write to what a map shows, and with
 * the day, for ages are in days. One round trip, where the bytes of a hundred thousand points take a second.
 */
export async function getMapState(db: Db, projectionId: string, alignTo?: string): Promise<string> {
  const revision = await getRevision(db, ...shownTables);
  const day = new Date().toISOString().slice(0, 10);
  return hashJson([projectionId, alignTo ?? null, revision, day]);
}

const shownTables = [
  "Projection",
  "PlacedPoint",
  "Memory",
  "LintFinding",
  "MemoryMeasure",
  "Retrieval",
  "Run",
  "Trial",
  "Task",
] as const;
