import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { compareEffort, type EffortDifference } from "./effort.ts";
import type { RunComparison } from "./schema.ts";
import { listTaskEfforts } from "./transfer-sql.ts";

const keepEffort = cacheByRevision<EffortDifference[]>(8, "Run", "Trial", "Trajectory", "Task");

/** What the candidate's attempts cost and took against the baseline's, over the paired tasks; kept until they change. */
export async function listEffortDifferences(db: Db, compared: RunComparison): Promise<EffortDifference[]> {
  const { base, candidate, comparison } = compared;
  return keepEffort(db, [base.id, candidate.id, comparison.options], () => readEffort(db, compared));
}

async function readEffort(
  db: Db,
  { base, candidate, comparison }: RunComparison,
): Promise<EffortDifference[]> {
  const rows = await listTaskEfforts(db, [base.id, candidate.id]);
  const byKey = new Map(rows.map((row) => [`${row.runId} ${row.taskId}`, row]));
  return compareEffort(
    comparison.tasks.map((task) => ({
      base: byKey.get(`${base.id} ${task.taskId}`),
      candidate: byKey.get(`${candidate.id} ${task.candidateTaskId}`),
    })),
  );
}
