import { benjaminiHochberg } from "#lib/metrics/benjamini-hochberg.ts";
import { pairTasks } from "#lib/transfer/pair-tasks.ts";
import { computeCell, computeMacroCell, type Side } from "./compute-cell.ts";
import {
  ARROW_LEVEL,
  type Matrix,
  type MatrixCell,
  type MatrixRow,
  type MatrixRun,
  type Measure,
  type RunTask,
} from "./schema.ts";

/** The tasks of every run that is shown or a baseline, by run id. */
export type TasksByRun = ReadonlyMap<string, readonly RunTask[]>;

/**
 * Benchmarks by runs. Pure: the same tasks and runs give the same matrix.
 *
 * - A value is over all tasks of the run at the benchmark; a difference over the tasks paired with the baseline, as a
 *   comparison pairs them. micro: each task counts the same; macro: each benchmark counts the same.
 * - Every difference of a share at a benchmark or of the micro average is tested once. q is Benjamini-Hochberg over all
 *   tests of the table; only q <= .05 has an arrow. A run without a baseline has no difference.
 * @param runs in the order of the columns
 */
export function computeMatrix(runs: readonly MatrixRun[], tasks: TasksByRun, measure: Measure): Matrix {
  const sides = runs.map((run) => sideOf(run, tasks));
  const benchmarks = [...new Set(sides.flatMap((side) => side.tasks.map((task) => task.benchmark)))].sort(
    (a, b) => a.localeCompare(b, "en"),
  );
  const narrowed = benchmarks.map((benchmark) => sides.map((side) => narrow(side, benchmark)));
  const rows: MatrixRow[] = benchmarks.map((benchmark, i) => ({
    benchmark,
    kind: "benchmark",
    cells: (narrowed[i] ?? []).map((side) => computeCell(side, measure)),
  }));
  if (benchmarks.length > 0) {
    rows.push(
      { benchmark: "micro", kind: "micro", cells: sides.map((side) => computeCell(side, measure)) },
      {
        benchmark: "macro",
        kind: "macro",
        cells: sides.map((side, run) =>
          computeMacroCell(
            side.runId,
            narrowed.flatMap((row) => row[run] ?? []),
            measure,
          ),
        ),
      },
    );
  }
  return { measure, runs: [...runs], rows, ...adjust(rows.flatMap((row) => row.cells)) };
}

function sideOf(run: MatrixRun, tasks: TasksByRun): Side {
  const its = tasks.get(run.id) ?? [];
  const baselines = run.baselineId === null ? undefined : tasks.get(run.baselineId);
  const pairs = baselines
    ? pairTasks(baselines, its).pairs.flatMap(({ base, candidate }) => {
        const [before, after] = [base.trials[0], candidate.trials[0]];
        return before && after ? { before, after } : [];
      })
    : null;
  return { runId: run.id, tasks: its, pairs };
}

function narrow(side: Side, benchmark: string): Side {
  return {
    runId: side.runId,
    tasks: side.tasks.filter((task) => task.benchmark === benchmark),
    pairs: side.pairs?.filter(({ before }) => before.benchmark === benchmark) ?? null,
  };
}

/** Writes q and arrow into the tested cells. */
function adjust(cells: readonly MatrixCell[]): Pick<Matrix, "tests" | "below" | "belowByChance"> {
  const tested = cells.flatMap((cell) => (cell.test ? { cell, p: cell.test.p } : []));
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p));
  tested.forEach(({ cell }, i) => {
    cell.q = adjusted[i] ?? null;
    if (cell.q === null || cell.q > ARROW_LEVEL || !cell.delta) return;
    cell.arrow = cell.delta > 0 ? "up" : "down";
  });
  return {
    tests: tested.length,
    below: tested.filter(({ p }) => p <= ARROW_LEVEL).length,
    belowByChance: tested.length * ARROW_LEVEL,
  };
}
