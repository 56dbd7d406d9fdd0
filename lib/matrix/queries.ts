import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import { listTaskEfforts } from "#lib/transfer/transfer-sql.ts";
import { computeMatrix } from "./compute-matrix.ts";
import { listRunBenchmarks, listTallies } from "./matrix-sql.ts";
import { automaticBaseline, groupRuns, type RunGroup } from "./order-runs.ts";
import {
  effortOf,
  type Grouping,
  type Matrix,
  type MatrixRun,
  type Measure,
  type RunTask,
} from "./schema.ts";
import { type HeatRow, taskHeat } from "./task-heat.ts";

export type MatrixParams = {
  measure: Measure;
  /** Ids of the runs shown; empty = all. */
  runs?: readonly string[];
  /** The run all others are compared with; null = automatic. */
  baseline?: string | null;
  group?: Grouping;
};

export type GroupedMatrix = Matrix & { groups: { label: string; runs: number }[] };

const keepMatrix = cacheByRevision<GroupedMatrix>(16, "Run", "Trial", "Trajectory", "Task", "Release");

/** Benchmarks by runs for one measure. Kept until the runs change: not to be written to. */
export async function getMatrix(db: Db, params: MatrixParams): Promise<GroupedMatrix> {
  return keepMatrix(db, params, async () => {
    const groups = await listRunGroups(db, params);
    const runs = groups.flatMap((group) => group.runs);
    const tasks = await readTasks(db, runs, params.measure);
    const matrix = computeMatrix(runs, tasks, params.measure);
    return { ...matrix, groups: groups.map((group) => ({ label: group.label, runs: group.runs.length })) };
  });
}

export type TaskHeat = { runs: MatrixRun[]; rows: HeatRow[] };

const keepHeat = cacheByRevision<TaskHeat>(4, "Run", "Trial", "Task", "Release");

/** Tasks by runs: how often each run passed each task. Kept until the runs change: not to be written to. */
export async function getTaskHeat(db: Db, params: Omit<MatrixParams, "measure">): Promise<TaskHeat> {
  return keepHeat(db, params, async () => {
    const runs = (await listRunGroups(db, params)).flatMap((group) => group.runs);
    return { runs, rows: taskHeat(runs, await readTasks(db, runs, { kind: "pass", k: 1 })) };
  });
}

/** The runs that are shown, each with its baseline, in the order of the columns. */
async function listRunGroups(
  db: Db,
  { runs: ids = [], baseline = null, group = "none" }: Omit<MatrixParams, "measure">,
): Promise<RunGroup[]> {
  const all = await listMatrixRuns(db);
  const chosen = all.some((run) => run.id === baseline) ? baseline : null;
  const shown = all
    .filter((run) => ids.length === 0 || ids.includes(run.id))
    .map((run) => ({ ...run, baselineId: baselineOf(run, all, chosen) }));
  return groupRuns(shown, group);
}

function baselineOf(run: MatrixRun, all: readonly MatrixRun[], chosen: string | null): string | null {
  if (chosen === null) return automaticBaseline(run, all);
  return chosen === run.id ? null : chosen;
}

/** All runs, newest first, without their baselines. */
export async function listMatrixRuns(db: Db): Promise<MatrixRun[]> {
  const runs = await db.run.findMany({
    select: {
      id: true,
      name: true,
      arm: true,
      memoryType: true,
      scope: true,
      model: true,
      agent: true,
      createdAt: true,
      synthetic: true,
      unfinishedTrials: true,
      release: { select: { name: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const benchmarks = await listRunBenchmarks(db);
  return runs.map(({ unfinishedTrials, release, createdAt, ...run }) => ({
    ...run,
    release: release?.name ?? null,
    benchmarks: benchmarks.get(run.id) ?? [],
    createdAt: createdAt.toISOString(),
    incomplete: unfinishedTrials !== null,
    baselineId: null,
  }));
}

/** The tasks of runs and of their baselines, by run; with efforts where the measure is one. */
export async function readTasks(
  db: Db,
  runs: readonly MatrixRun[],
  measure: Measure,
): Promise<Map<string, RunTask[]>> {
  const ids = [...new Set(runs.flatMap((run) => [run.id, run.baselineId ?? run.id]))];
  const tallies = await listTallies(db, ids);
  const efforts = effortOf[measure.kind] ? await listTaskEfforts(db, ids) : [];
  const effortAt = new Map(efforts.map((effort) => [`${effort.runId} ${effort.taskId}`, effort]));
  const byRun = new Map<string, RunTask[]>();
  for (const { runId, ...tally } of tallies) {
    const tasks = byRun.get(runId) ?? [];
    byRun.set(runId, tasks);
    tasks.push({ ...tally, effort: effortAt.get(`${runId} ${tally.taskId}`) ?? null });
  }
  return byRun;
}
