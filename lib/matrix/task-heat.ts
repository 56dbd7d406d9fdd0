import type { TasksByRun } from "./compute-matrix.ts";
import type { MatrixRun, RunTask } from "./schema.ts";

/** One run at one task. */
export type HeatCell = {
  passed: number;
  scored: number;
  errored: number;
  /** Where the comparison of the pair knows the task by its baseline's id; null = nothing to compare with. */
  pairTaskId: string | null;
  trialId: string;
};

/** One task of all runs; null where a run has no counted attempt of it, or did not try it. */
export type HeatRow = {
  key: string;
  benchmark: string;
  taskName: string;
  cells: (HeatCell | null)[];
  /** Variance of the pass rate across the runs that tried it; null with fewer than two. */
  disagreement: number | null;
  /** Mean of the pass rates; null where none counts. */
  rate: number | null;
  errored: number;
};

/** Tasks by runs, in the order of the columns. Tasks are the same as comparisons pair them (see `pairTasks`). */
export function taskHeat(runs: readonly MatrixRun[], tasks: TasksByRun): HeatRow[] {
  const rows = new Map<string, Map<string, RunTask>>();
  const known = knownChecksums(runs.flatMap((run) => tasks.get(run.id) ?? []));
  for (const run of runs) {
    for (const task of tasks.get(run.id) ?? []) {
      const key = keyOf(task, known);
      const byRun = rows.get(key) ?? new Map<string, RunTask>();
      rows.set(key, byRun);
      byRun.set(run.id, task);
    }
  }
  const baselines = new Map(
    runs.flatMap((run) => {
      const its = run.baselineId ? (tasks.get(run.baselineId) ?? []) : [];
      return run.baselineId ? [[run.baselineId, new Map(its.map((task) => [keyOf(task, known), task]))]] : [];
    }),
  );
  return [...rows].map(([key, byRun]) => {
    const [first] = byRun.values();
    const cells = runs.map((run) => {
      const task = byRun.get(run.id);
      const base = run.baselineId ? baselines.get(run.baselineId)?.get(key) : undefined;
      return task && task.scored > 0 ? cellOf(task, base) : null;
    });
    return {
      key,
      benchmark: first?.benchmark ?? "",
      taskName: first?.taskName ?? "",
      cells,
      ...spreadOf(cells),
      errored: cells.reduce((sum, cell) => sum + (cell?.errored ?? 0), 0),
    };
  });
}

function cellOf({ passed, scored, errored, trialId }: RunTask, base: RunTask | undefined): HeatCell {
  return { passed, scored, errored, trialId, pairTaskId: base && base.scored > 0 ? base.taskId : null };
}

/** The checksums under which a name is known: an unknown one joins the only known one. */
function knownChecksums(tasks: readonly RunTask[]): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  for (const task of tasks) {
    if (task.checksum === "") continue;
    const checksums = known.get(nameOf(task)) ?? new Set();
    known.set(nameOf(task), checksums.add(task.checksum));
  }
  return known;
}

function keyOf(task: RunTask, known: ReadonlyMap<string, ReadonlySet<string>>): string {
  const checksums = known.get(nameOf(task));
  const [only] = checksums ?? [];
  const checksum = task.checksum === "" && checksums?.size === 1 ? only : task.checksum;
  return `${nameOf(task)}\u0000${checksum}`;
}

function nameOf(task: RunTask): string {
  return `${task.benchmark}\u0000${task.taskName}`;
}

function spreadOf(cells: readonly (HeatCell | null)[]): Pick<HeatRow, "disagreement" | "rate"> {
  const rates = cells.flatMap((cell) => (cell ? cell.passed / cell.scored : []));
  if (rates.length === 0) return { disagreement: null, rate: null };
  const rate = rates.reduce((sum, each) => sum + each, 0) / rates.length;
  const squares = rates.reduce((sum, each) => sum + (each - rate) ** 2, 0);
  return { rate, disagreement: rates.length < 2 ? null : squares / rates.length };
}
