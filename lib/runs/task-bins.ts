import type { Db } from "#lib/db/client.ts";
import type { TaskBin } from "./pass-at.ts";

/** Tasks of one run and benchmark that came out alike. */
export type RunTaskBin = TaskBin & { runId: string; benchmark: string };

type BinRow = {
  runId: string;
  benchmark: string;
  passed: number;
  failed: number;
  errored: number;
  missing: number;
  tasks: number;
};

/**
 * Counts the tasks of runs by (benchmark, attempts of each outcome).
 * A few dozen rows a run whatever its size, and enough for every count and every pass@k.
 */
export async function listTaskBins(db: Db, runIds: readonly string[]): Promise<RunTaskBin[]> {
  if (runIds.length === 0) return [];
  const rows = await db.$queryRaw<BinRow[]>`
    WITH per_task AS (
      SELECT "runId", "taskId",
        count(*) FILTER (WHERE outcome = 'passed')::int AS passed,
        count(*) FILTER (WHERE outcome = 'failed')::int AS failed,
        count(*) FILTER (WHERE outcome = 'errored')::int AS errored,
        count(*) FILTER (WHERE outcome = 'missing')::int AS missing
      FROM "Trial" WHERE "runId" = ANY(${[...runIds]}::uuid[])
      GROUP BY "runId", "taskId"
    )
    SELECT per_task."runId" AS "runId", "Task"."benchmarkName" AS benchmark,
      passed, failed, errored, missing, count(*)::int AS tasks
    FROM per_task JOIN "Task" ON "Task".id = per_task."taskId"
    GROUP BY 1, 2, 3, 4, 5, 6
    ORDER BY 1, 2, 3, 4, 5, 6`;
  return rows.map(({ runId, benchmark, tasks, passed, failed, errored, missing }) => ({
    runId,
    benchmark,
    tasks,
    outcomes: { passed, failed, errored, missing },
  }));
}
