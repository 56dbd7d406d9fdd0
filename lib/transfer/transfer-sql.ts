import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { isUuid } from "#lib/runs/queries.ts";
import type { TaskEffort } from "./effort.ts";
import type { ComparedTrial } from "./schema.ts";

// SQL: a join of tasks by name, averages of sums, and thousands of rows in one query.

/**
 * The newest memory run that shares a task with a zero-shot run, and the newest such zero-shot run, preferring one of the
 * same model; null when there is no such pair.
 * @param given one side that is settled already, by its id
 */
export async function findLatestPair(
  db: Db,
  given: { base?: string | undefined; candidate?: string | undefined },
): Promise<{ base: string; candidate: string } | null> {
  const ofBase = given.base ? Prisma.sql`AND base.id = ${given.base}::uuid` : Prisma.empty;
  const ofCandidate = given.candidate
    ? Prisma.sql`AND candidate.id = ${given.candidate}::uuid`
    : Prisma.empty;
  const [pair] = await db.$queryRaw<{ base: string; candidate: string }[]>`
    SELECT base.id AS base, candidate.id AS candidate
    FROM "Run" candidate JOIN "Run" base ON base.arm = 'zero_shot'
    WHERE candidate.arm = 'memory' ${ofBase} ${ofCandidate} AND EXISTS (
      SELECT 1 FROM "Trial" left_trial
        JOIN "Task" left_task ON left_task.id = left_trial."taskId"
        JOIN "Task" right_task ON right_task."benchmarkName" = left_task."benchmarkName"
          AND right_task.name = left_task.name
        JOIN "Trial" right_trial ON right_trial."taskId" = right_task.id
      WHERE left_trial."runId" = base.id AND right_trial."runId" = candidate.id)
    ORDER BY candidate."createdAt" DESC, candidate.id DESC,
      (base.model IS NOT DISTINCT FROM candidate.model) DESC, base."createdAt" DESC, base.id DESC
    LIMIT 1`;
  return pair ?? null;
}

/** The trials of runs as a comparison reads them, by run. */
export async function listComparedTrials(
  db: Db,
  runIds: readonly string[],
): Promise<Map<string, ComparedTrial[]>> {
  // One join instead of a query per relation: a run has thousands of trials, and every comparison reads them all.
  const rows = await db.$queryRaw<(ComparedTrial & { runId: string })[]>`
    SELECT trial."runId" AS "runId", trial."taskId" AS "taskId", trial.attempt, trial.outcome::text AS outcome,
      task."benchmarkName" AS benchmark, task.name AS "taskName", task.checksum
    FROM "Trial" trial JOIN "Task" task ON task.id = trial."taskId"
    WHERE trial."runId" = ANY(${runIds.filter(isUuid)}::uuid[])
    ORDER BY trial."runId", task."benchmarkName", task.name, task.id, trial.attempt`;
  const byRun = new Map<string, ComparedTrial[]>();
  for (const { runId, ...trial } of rows) {
    const trials = byRun.get(runId) ?? [];
    byRun.set(runId, trials);
    trials.push(trial);
  }
  return byRun;
}

type EffortRow = TaskEffort & { runId: string; taskId: string };

/** What the attempts of each run at each task cost and took, on average: dollars, tokens, milliseconds, steps. */
export function listTaskEfforts(db: Db, runIds: readonly string[]): Promise<EffortRow[]> {
  return db.$queryRaw<EffortRow[]>`
    SELECT trial."runId" AS "runId", trial."taskId" AS "taskId",
      avg(trial."costUsd")::float8 AS "costUsd",
      avg(trial."inputTokens" + trial."outputTokens")::float8 AS tokens,
      avg(trial."durationMs")::float8 AS "durationMs",
      avg(trajectory."stepCount")::float8 AS steps
    FROM "Trial" trial LEFT JOIN "Trajectory" trajectory ON trajectory."trialId" = trial.id
    WHERE trial."runId" = ANY(${[...runIds]}::uuid[])
    GROUP BY trial."runId", trial."taskId"`;
}
