import type { Db } from "#lib/db/client.ts";

// SQL: groups of groups, and one element of a stored array.

type BinRow = {
  runId: string;
  benchmark: string;
  passed: number;
  failed: number;
  errored: number;
  missing: number;
  tasks: number;
};

/** How many tasks of each run and benchmark came out alike, by attempts of each outcome. */
export function listBinRows(db: Db, runIds: readonly string[]): Promise<BinRow[]> {
  return db.$queryRaw<BinRow[]>`
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
}

/** What the tries of a run's trials came to, and how many trials had no tries recorded but an outcome. */
export function listTries(db: Db, runId: string): Promise<{ tries: boolean[] | null; trials: number }[]> {
  return db.$queryRaw`
    SELECT details->'tries' AS tries, count(*)::int AS trials FROM "Trial"
    WHERE "runId" = ${runId}::uuid AND outcome <> 'missing'
    GROUP BY 1`;
}

/** One stored step of a trial by its 0-based index, without reading the others; null where there is none. */
export async function readStoredStep(db: Db, trialId: string, index: number): Promise<unknown> {
  const [row] = await db.$queryRaw<{ step: unknown }[]>`
    SELECT coalesce(steps->${index}::int, (
      SELECT part.steps->(${index}::int - part."firstStep") FROM "TrajectoryPart" part
      WHERE part."trialId" = "Trajectory"."trialId" AND part."firstStep" <= ${index}::int
      ORDER BY part."firstStep" DESC LIMIT 1
    )) AS step FROM "Trajectory" WHERE "trialId" = ${trialId}::uuid`;
  return row?.step ?? null;
}
