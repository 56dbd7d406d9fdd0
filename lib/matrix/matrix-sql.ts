import type { Db } from "#lib/db/client.ts";
import type { TaskName } from "#lib/transfer/schema.ts";
import type { ShownMemories } from "./fair-check.ts";

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

/**
 * Memories shown to runs, by benchmark, and how many of them come from what is measured: the same task, a trial of the
 * run or its baseline at the same benchmark, or such a trial of any run after this one began.
 */
export function listShownMemories(
  db: Db,
  pairs: readonly { runId: string; baselineId: string }[],
): Promise<(ShownMemories & { runId: string })[]> {
  return db.$queryRaw<(ShownMemories & { runId: string })[]>`
    WITH pair AS (
      SELECT * FROM unnest(${pairs.map(({ runId }) => runId)}::uuid[],
        ${pairs.map(({ baselineId }) => baselineId)}::uuid[]) AS pair("runId", "baselineId")
    ), shown AS (
      SELECT pair."runId", task."benchmarkName" AS benchmark, memory."sourceTrialId" IS NULL AS unknown,
        memory."benchmarkName" = task."benchmarkName" AS "sameBenchmark",
        (memory."benchmarkName" = task."benchmarkName" AND memory."taskName" = task.name)
          OR coalesce(source."taskId" = trial."taskId", false) AS "sameTask",
        coalesce(source."runId" IN (pair."runId", pair."baselineId"), false) AS compared,
        coalesce(source."startedAt" >= run."startedAt", false) AS later
      FROM pair
        JOIN "Run" run ON run.id = pair."runId"
        JOIN "Trial" trial ON trial."runId" = pair."runId"
        JOIN "Retrieval" retrieval ON retrieval."trialId" = trial.id
        JOIN "Task" task ON task.id = trial."taskId"
        JOIN "Memory" memory ON memory.id = retrieval."memoryId"
        LEFT JOIN "Trial" source ON source.id = memory."sourceTrialId")
    SELECT "runId", benchmark, count(*)::int AS shown, (count(*) FILTER (WHERE unknown))::int AS unknown,
      (count(*) FILTER (WHERE "sameTask"))::int AS "sameTask",
      (count(*) FILTER (WHERE compared AND "sameBenchmark" AND NOT "sameTask"))::int AS compared,
      (count(*) FILTER (WHERE later AND "sameBenchmark" AND NOT compared AND NOT "sameTask"))::int AS later
    FROM shown GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Who wrote the memories shown to each run, and from how many benchmarks they came; runs that were shown none are absent. */
export function listShownOrigins(
  db: Db,
  runIds: readonly string[],
): Promise<{ runId: string; generators: string[]; domains: number }[]> {
  return db.$queryRaw<{ runId: string; generators: string[]; domains: number }[]>`
    SELECT trial."runId" AS "runId", count(DISTINCT memory."benchmarkName")::int AS domains,
      coalesce(array_agg(DISTINCT memory.generator) FILTER (WHERE memory.generator IS NOT NULL), '{}') AS generators
    FROM "Trial" trial
      JOIN "Retrieval" retrieval ON retrieval."trialId" = trial.id
      JOIN "Memory" memory ON memory.id = retrieval."memoryId"
    WHERE trial."runId" = ANY(${[...runIds]}::uuid[])
    GROUP BY 1`;
}
