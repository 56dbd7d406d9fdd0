import type { AttributionCase } from "#lib/attribution/attribution-case.ts";
import { listShownMemories } from "#lib/attribution/attribution-sql.ts";
import { summarizeAttribution } from "#lib/attribution/attribution-summary.ts";
import type { ShownMemory } from "#lib/attribution/exposures.ts";
import { type FitState, getAttribution } from "#lib/attribution/get-attribution.ts";
import { judgeShownMemories } from "#lib/attribution/shown-memories.ts";
import { readStoredHash } from "#lib/attribution/stored-cases.ts";
import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { effectSources } from "#lib/memories/stored-effects.ts";
import { isUuid } from "#lib/runs/queries.ts";
import { getComparedTasks, latestPair } from "#lib/transfer/queries.ts";
import type { ComparedRun, PairedTask } from "#lib/transfer/schema.ts";
import { type CaseFindings, countFindings } from "./count-findings.ts";

/** What a comparison says of its memories. Kept until runs change: not to be written to. */
export type RunCases = {
  base: ComparedRun;
  candidate: ComparedRun;
  tasks: PairedTask[];
  shown: ShownMemory[];
  /** The surest harm first; titles as they were when it was computed. */
  cases: AttributionCase[];
  /** Whether the cases are of the runs as they are; "missing": there are none yet. */
  fit: FitState;
  findings: CaseFindings;
  /** Retrievals of the candidate that match no memory of the pool: nothing can be attributed to them. */
  unlinked: number;
};

const keepCases = cacheByRevision<RunCases | null>(4, ...effectSources, "RerunPlan", "RerunResult");

/**
 * The cases of two runs as they are stored, or of the newest pair that share tasks where neither is given. Computes none:
 * `requestAttribution` does.
 * @returns null when there is no such pair, or the two share no task
 */
export async function getRunCases(
  db: Db,
  { base, candidate }: { base?: string | null | undefined; candidate?: string | null | undefined },
): Promise<RunCases | null> {
  const pair =
    base && candidate
      ? { base, candidate }
      : await latestPair(db, { base: base ?? undefined, candidate: candidate ?? undefined });
  if (!pair) return null;
  // A fit is stored without a write to the runs.
  const stored = isUuid(pair.base) && isUuid(pair.candidate) ? await readStoredHash(db, pair) : null;
  return keepCases(db, { ...pair, stored }, () => readCases(db, pair));
}

async function readCases(db: Db, pair: { base: string; candidate: string }): Promise<RunCases | null> {
  const compared = await getComparedTasks(db, pair);
  const found = compared && (await getAttribution(db, pair));
  if (!found || compared.tasks.length === 0) return null;
  const [shown, { rows, unlinked }] = await Promise.all([
    listShownMemories(db, pair.candidate),
    judgeShownMemories(db, pair.candidate, compared.tasks),
  ]);
  const findings = countFindings(found.cases, summarizeAttribution(rows));
  return { ...compared, ...found, shown, unlinked, findings };
}

/** The case that holds a memory; undefined where the candidate was not shown it at a paired task. */
export function findCase({ cases }: Pick<RunCases, "cases">, memoryId: string): AttributionCase | undefined {
  return cases.find(({ memoryIds }) => memoryIds.includes(memoryId));
}
