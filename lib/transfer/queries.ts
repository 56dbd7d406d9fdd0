import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { isUuid, listRunNames } from "#lib/runs/queries.ts";
import type { RunArm } from "#lib/runs/schema.ts";
import { compareRuns } from "./compare.ts";
import { compareTasks } from "./compare-tasks.ts";
import { type PairedTaskFilter, selectPairedTasks } from "./paired-tasks.ts";
import { type RateSpread, rateSpread } from "./rate-spread.ts";
import type { ComparedRun, CompareOptions, PairedTask, RunComparison } from "./schema.ts";
import { tallyAttempts } from "./tally-attempts.ts";
import { findLatestPair, listComparedTrials } from "./transfer-sql.ts";

export type ComparisonParams = { base: string; candidate: string } & CompareOptions;

/** What `readSides` reads. */
const comparedTables = ["Run", "Trial", "Task", "Release"] as const;
const keepComparison = cacheByRevision<RunComparison | null>(8, ...comparedTables);
const keepTasks = cacheByRevision<ComparedTasks | null>(8, ...comparedTables);

/** Compares two runs by their ids; null when either does not exist. Kept until they change: not to be written to. */
export async function getComparison(db: Db, params: ComparisonParams): Promise<RunComparison | null> {
  return keepComparison(db, params, async () => {
    const sides = await readSides(db, params);
    if (!sides) return null;
    const { base, candidate, trials, options } = sides;
    return { base, candidate, comparison: compareRuns(trials.base, trials.candidate, options) };
  });
}

/** What a run tells of a comparison to come; null without any counted attempt. An errored one counts as not passed. */
export async function getRateSpread(db: Db, runId: string): Promise<RateSpread | null> {
  const trials = (await listComparedTrials(db, [runId])).get(runId) ?? [];
  const tasks = Map.groupBy(trials, (trial) => trial.taskId).values();
  return rateSpread([...tasks].map((each) => tallyAttempts(each, { k: 1, excludeErrored: false })));
}

type ComparedTasks = { base: ComparedRun; candidate: ComparedRun; tasks: PairedTask[] };

/** The paired tasks of two runs without the statistics; null when either run does not exist. */
export async function getComparedTasks(db: Db, params: ComparisonParams): Promise<ComparedTasks | null> {
  return keepTasks(db, params, async () => {
    const sides = await readSides(db, params);
    if (!sides) return null;
    const { base, candidate, trials, options } = sides;
    return { base, candidate, tasks: compareTasks(trials.base, trials.candidate, options).tasks };
  });
}

/** Paired tasks of two runs, filtered, sorted and paged; null when either run does not exist. */
export async function listPairedTasks(
  db: Db,
  params: ComparisonParams & { filter?: PairedTaskFilter },
): Promise<{ rows: PairedTask[]; total: number } | null> {
  const { filter, ...rest } = params;
  const compared = await getComparedTasks(db, rest);
  return compared && selectPairedTasks(compared.tasks, filter ?? {});
}

/**
 * The comparison the overview shows: the newest memory run that shares a task with a zero-shot run, against the newest
 * such zero-shot run, preferring one of the same model. Null when there is no such pair.
 */
export async function latestComparison(db: Db, options: CompareOptions = {}): Promise<RunComparison | null> {
  const pair = await latestPair(db);
  return pair ? getComparison(db, { ...pair, ...options }) : null;
}

/** The pair of runs of `latestComparison`; one of the two may be given. */
export async function latestPair(
  db: Db,
  given: { base?: string | undefined; candidate?: string | undefined } = {},
): Promise<{ base: string; candidate: string } | null> {
  if ([given.base, given.candidate].some((id) => id !== undefined && !isUuid(id))) return null;
  return findLatestPair(db, given);
}

/** What the pickers of baseline and candidate offer; `attempts`: the most at any task. */
export async function listComparableRuns(
  db: Db,
): Promise<{ id: string; name: string; arm: RunArm; attempts: number }[]> {
  const runs = await listRunNames(db);
  const most = await db.trial.groupBy({ by: ["runId"], _max: { attempt: true } });
  const attempts = new Map(most.map((each) => [each.runId, each._max.attempt ?? 0]));
  return runs.map((run) => ({ ...run, attempts: attempts.get(run.id) ?? 0 }));
}

async function readSides(db: Db, { base: baseId, candidate: candidateId, ...options }: ComparisonParams) {
  if (!isUuid(baseId) || !isUuid(candidateId)) return null;
  const runs = await db.run.findMany({
    where: { id: { in: [baseId, candidateId] } },
    select: {
      id: true,
      name: true,
      arm: true,
      memoryType: true,
      model: true,
    },
  });
  const base = runs.find((run) => run.id === baseId);
  const candidate = runs.find((run) => run.id === candidateId);
  if (!base || !candidate) return null;
  const trials = await listComparedTrials(db, [baseId, candidateId]);
  return {
    base,
    candidate,
    trials: { base: trials.get(baseId) ?? [], candidate: trials.get(candidateId) ?? [] },
    options,
  };
}
