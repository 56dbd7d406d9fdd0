import type { Db } from "#lib/db/client.ts";
import { compareEffort, type EffortDifference, type TaskEffort } from "./effort.ts";
import type { RunComparison } from "./schema.ts";

type EffortRow = TaskEffort & { runId: string; taskId: string };

/** What the candidate's attempts cost and took against the baseline's, over the paired tasks. */
export async function listEffortDifferences(
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
