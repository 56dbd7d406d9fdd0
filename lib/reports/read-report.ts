import type { AttributionCase } from "#lib/attribution/attribution-case.ts";
import type { Db } from "#lib/db/client.ts";
import { getRevision } from "#lib/db/data-revision.ts";
import { getFairness } from "#lib/matrix/fair-queries.ts";
import { getMatrix } from "#lib/matrix/queries.ts";
import { incompleteText, listIncompleteRuns } from "#lib/runs/incomplete-runs.ts";
import { version } from "#lib/shared/version.ts";
import { describeJudgedDifference, getJudgedDifference } from "#lib/transfer/judged-attempts.ts";
import { type ComparisonParams, getComparison } from "#lib/transfer/queries.ts";
import type { Report, ReportedRun } from "./schema.ts";

/**
 * All that a report shows, in one reading; null when either run does not exist.
 * @param cases of the comparison: computed by the command line, stored ones on a page
 */
export async function readReport(
  db: Db,
  params: ComparisonParams,
  cases: AttributionCase[],
): Promise<Report | null> {
  // Before what it stands for: a write in between makes the report newer than it says, never older.
  const revision = await getRevision(db, "Run", "Trial", "Task", "Retrieval", "Memory", "Release");
  const compared = await getComparison(db, params);
  if (!compared) return null;
  const [base, candidate] = await Promise.all([params.base, params.candidate].map((id) => readRun(db, id)));
  if (!base || !candidate) return null;
  const incomplete = await listIncompleteRuns(db, [params.base, params.candidate]);
  const judged = await getJudgedDifference(db, params);
  return {
    base,
    candidate,
    compared,
    matrix: await getMatrix(db, { measure: { kind: "pass", k: 1 }, baseline: params.base }),
    cases,
    fairness:
      params.base === params.candidate
        ? null
        : await getFairness(db, { runId: params.candidate, baselineId: params.base }),
    judged: judged && describeJudgedDifference(judged),
    incomplete: incomplete.length > 0 ? incompleteText(incomplete) : null,
    made: {
      at: new Date().toISOString(),
      version,
      node: process.versions.node,
      revision,
    },
  };
}

async function readRun(db: Db, id: string): Promise<ReportedRun | null> {
  const run = await db.run.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      arm: true,
      scope: true,
      memoryType: true,
      model: true,
      agent: true,
      source: true,
      createdAt: true,
      synthetic: true,
      release: { select: { name: true } },
      _count: { select: { trials: true } },
    },
  });
  if (!run) return null;
  const { release, createdAt, _count, ...rest } = run;
  return {
    ...rest,
    release: release?.name ?? null,
    importedAt: createdAt.toISOString(),
    trials: _count.trials,
  };
}
