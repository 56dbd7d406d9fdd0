import type { Db } from "#lib/db/client.ts";

// SQL: an order by hash, and one field of each element of stored arrays.

type ControlsAsked = { trialId: string; runId: string; type: string | null; limit: number };

/**
 * Memories of a type that a trial was not shown, in an order that depends on nothing but their ids and the trial: those
 * that other trials of its run were shown come first, because they are as close to tasks like this one.
 */
export async function listControlIds(
  db: Db,
  { trialId, runId, type, limit }: ControlsAsked,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT m.id::text AS id FROM "Memory" m
      LEFT JOIN (
        SELECT DISTINCT r."memoryId" AS id FROM "Retrieval" r JOIN "Trial" t ON t.id = r."trialId"
        WHERE t."runId" = ${runId}::uuid
      ) shown ON shown.id = m.id
    WHERE (${type}::text IS NULL OR m.type::text = ${type})
      AND NOT EXISTS (
        SELECT 1 FROM "Retrieval" own WHERE own."trialId" = ${trialId}::uuid AND own."memoryId" = m.id)
    ORDER BY (shown.id IS NULL), md5(m.id::text || ${trialId}) LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** What agents without memory did at a task: the actions of up to `limit` zero-shot trials, as one text each. */
export async function listZeroShotActions(
  db: Db,
  task: { benchmark: string; name: string },
  limit: number,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ actions: string | null }[]>`
    SELECT (
      SELECT string_agg(step->>'action', E'\n') FROM jsonb_array_elements(chosen.steps) step
      WHERE jsonb_typeof(step) = 'object'
    ) AS actions
    FROM (
      SELECT trajectory.steps FROM "Trajectory" trajectory
        JOIN "Trial" trial ON trial.id = trajectory."trialId"
        JOIN "Run" run ON run.id = trial."runId" AND run.arm = 'zero_shot'
        JOIN "Task" task ON task.id = trial."taskId"
      WHERE task."benchmarkName" = ${task.benchmark} AND task.name = ${task.name}
        AND jsonb_typeof(trajectory.steps) = 'array'
      ORDER BY trial."runId", trial.attempt LIMIT ${limit}
    ) chosen`;
  return rows.flatMap(({ actions }) => actions ?? []);
}
