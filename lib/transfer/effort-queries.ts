import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { compareEffort, type EffortDifference, type TaskEffort } from "./effort.ts";
import type { RunComparison } from "./schema.ts";

type EffortRow = TaskEffort & { runId: string; taskId: string };

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
  const rows = await db.$queryRaw<EffortRow[]>`
    SELECT trial."runId" AS "runId", trial."taskId" AS "taskId",
      avg(trial."costUsd")::float8 AS "costUsd",
      avg(trial."inputTokens" + trial."outputTokens")::float8 AS tokens,
      avg(trial."durationMs")::float8 AS "durationMs",
      avg(trajectory."stepCount")::float8 AS steps
    FROM "Trial" trial LEFT JOIN "Trajectory" trajectory ON trajectory."trialId" = trial.id
    WHERE trial."runId" = ANY(${[base.id, candidate.id]}::uuid[])
    GROUP BY trial."runId", trial."taskId"`;
  const byKey = new Map(rows.map((row) => [`${row.runId} ${row.taskId}`, row]));
  return compareEffort(
    comparison.tasks.map((task) => ({
      base: byKey.get(`${base.id} ${task.taskId}`),
      candidate: byKey.get(`${candidate.id} ${task.candidateTaskId}`),
    })),
  );
}
