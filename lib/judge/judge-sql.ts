import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { JudgedCount } from "./judge-figures.ts";
import type { WrongLabel } from "./schema.ts";

// SQL: groups over a join, and a comparison of two columns of joined tables.

type CountRow = JudgedCount & { runId: string; runName: string; benchmark: string };

/** Judged trials by run, benchmark, verdict and outcome. */
export function listJudgedCounts(db: Db): Promise<CountRow[]> {
  return db.$queryRaw<CountRow[]>`
    SELECT run.id::text AS "runId", run.name AS "runName", task."benchmarkName" AS benchmark,
      trial.judgement AS pass, trial.outcome::text AS outcome, count(*)::int AS count
    FROM "Trial" trial JOIN "Run" run ON run.id = trial."runId" JOIN "Task" task ON task.id = trial."taskId"
    WHERE trial.judgement IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 2, 1, 3, 4, 5`;
}

/** An errored source trial has not passed; one without an outcome contradicts nothing. Deprecated memories are done with. */
const isWrong = Prisma.sql`
  FROM "Memory" memory JOIN "Trial" trial ON trial.id = memory."sourceTrialId"
  WHERE memory.lifecycle <> 'deprecated' AND memory.outcome <> 'unknown' AND trial.outcome <> 'missing'
    AND (memory.outcome = 'passed') <> (trial.outcome = 'passed')`;

export async function countWrongLabels(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${isWrong}`;
  return row?.count ?? 0;
}

/** Memories whose outcome their source trial contradicts, by benchmark and title. */
export function listWrongLabels(db: Db, limit: number): Promise<WrongLabel[]> {
  return db.$queryRaw<WrongLabel[]>`
    SELECT wrong.*, run.name AS "runName", task.name AS "taskName",
      EXISTS (SELECT 1 FROM "Trajectory" t WHERE t."trialId" = wrong."trialId"::uuid) AS "hasSteps"
    FROM (
      SELECT memory.id::text AS id, memory.version, memory.title, memory.type::text AS type,
        memory."benchmarkName" AS benchmark, memory.outcome::text AS outcome,
        CASE WHEN trial.outcome = 'passed' THEN 'passed' ELSE 'failed' END AS verifier,
        CASE trial.judgement WHEN true THEN 'passed' WHEN false THEN 'failed' END AS judge,
        trial.id::text AS "trialId", trial."runId", trial."taskId" ${isWrong}
    ) wrong JOIN "Run" run ON run.id = wrong."runId" JOIN "Task" task ON task.id = wrong."taskId"
    ORDER BY wrong.benchmark, wrong.title, wrong.id LIMIT ${limit}`;
}
