import type { Db } from "#lib/db/client.ts";
import type { TaskName } from "#lib/transfer/schema.ts";

// SQL: attempts counted by run and task, thousands of rows in one query.

type TallyRow = TaskName & {
  runId: string;
  passed: number;
  scored: number;
  errored: number;
  missing: number;
  trialId: string;
};

/** What each run did at each of its tasks, by run, benchmark and name. */
export function listTallies(db: Db, runIds: readonly string[]): Promise<TallyRow[]> {
  return db.$queryRaw<TallyRow[]>`
    WITH tally AS (
      SELECT "runId", "taskId",
        (count(*) FILTER (WHERE outcome = 'passed'))::int AS passed,
        (count(*) FILTER (WHERE outcome <> 'missing'))::int AS scored,
        (count(*) FILTER (WHERE outcome = 'errored'))::int AS errored,
        (count(*) FILTER (WHERE outcome = 'missing'))::int AS missing,
        (array_agg(id ORDER BY attempt))[1] AS "trialId"
      FROM "Trial" WHERE "runId" = ANY(${[...runIds]}::uuid[])
      GROUP BY "runId", "taskId")
    SELECT tally.*, task."benchmarkName" AS benchmark, task.name AS "taskName", task.checksum
    FROM tally JOIN "Task" task ON task.id = tally."taskId"
    ORDER BY tally."runId", task."benchmarkName", task.name, task.id`;
}

/** Which benchmarks each run has trials of. */
export async function listRunBenchmarks(db: Db): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<{ runId: string; benchmark: string }[]>`
    SELECT DISTINCT trial."runId" AS "runId", task."benchmarkName" AS benchmark
    FROM "Trial" trial JOIN "Task" task ON task.id = trial."taskId" ORDER BY 1, 2`;
  const byRun = Map.groupBy(rows, (row) => row.runId);
  return new Map([...byRun].map(([runId, its]) => [runId, its.map(({ benchmark }) => benchmark)]));
}
