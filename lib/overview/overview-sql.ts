import type { Db } from "#lib/db/client.ts";
import { severityCondition } from "#lib/memories/lint-sql.ts";
import type { WorstSeverity } from "#lib/memories/search-params.ts";
import type { LintedMemory } from "./schema.ts";

/** Memories whose worst finding in their present text is of that severity, those with the most findings first. */
export function listLinted(db: Db, severity: WorstSeverity): Promise<LintedMemory[]> {
  return db.$queryRaw<LintedMemory[]>`
    SELECT m."id"::text AS id, m."title", count(*)::int AS findings, min(f."rule") AS rule
    FROM "LintFinding" f JOIN "Memory" m ON m."id" = f."memoryId" AND m."version" = f."memoryVersion"
    WHERE f."severity" = ${severity} AND m."lifecycle" <> 'deprecated' AND ${severityCondition([severity])}
    GROUP BY m."id" ORDER BY count(*) DESC, m."id"`;
}
