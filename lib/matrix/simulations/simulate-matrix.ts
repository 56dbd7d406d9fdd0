import { drawRates, type RateMix } from "#lib/transfer/simulations/draw-runs.ts";
import { computeMatrix } from "../compute-matrix.ts";
import type { MatrixRun, Measure, RunTask } from "../schema.ts";

export type MatrixSimulation = {
  mix: RateMix;
  tasks: number;
  benchmarks: number;
  /** Runs beside the baseline: all of them repeats of it. */
  runs: number;
  attempts: number;
  measure: Measure;
  repeats: number;
};

/** Share of matrices of one configuration run again and again that show any arrow: all of them false. */
export function simulateMatrix(simulation: MatrixSimulation, random: () => number): { anyArrow: number } {
  let withArrow = 0;
  for (let repeat = 0; repeat < simulation.repeats; repeat++) {
    const { rows } = drawMatrix(simulation, random);
    if (rows.some((row) => row.cells.some((cell) => cell.arrow !== null))) withArrow += 1;
  }
  return { anyArrow: withArrow / simulation.repeats };
}

/** One matrix of a run and its repeats: every task has one pass rate, the same in all of them. */
function drawMatrix(simulation: Omit<MatrixSimulation, "repeats">, random: () => number) {
  const { mix, tasks, benchmarks, runs, attempts, measure } = simulation;
  const rates = drawRates(mix, tasks, random);
  const ids = Array.from({ length: runs + 1 }, (_, i) => `r${i}`);
  const drawn = new Map(
    ids.map((id) => [id, rates.map((rate, i) => drawTask(i, rate, { attempts, benchmarks }, random))]),
  );
  return computeMatrix(
    ids.map((id, i) => runOf(id, i === 0 ? null : "r0")),
    drawn,
    measure,
  );
}

function drawTask(
  i: number,
  rate: number,
  { attempts, benchmarks }: { attempts: number; benchmarks: number },
  random: () => number,
): RunTask {
  let passed = 0;
  for (let attempt = 0; attempt < attempts; attempt++) if (random() < rate) passed += 1;
  const name = `t${i}`;
  return {
    taskId: name,
    benchmark: `b${i % benchmarks}`,
    taskName: name,
    checksum: "",
    passed,
    scored: attempts,
    errored: 0,
    missing: 0,
    trialId: name,
    effort: null,
  };
}

function runOf(id: string, baselineId: string | null): MatrixRun {
  return {
    id,
    name: id,
    arm: baselineId === null ? "zero_shot" : "memory",
    memoryType: null,
    scope: null,
    model: null,
    agent: null,
    release: null,
    benchmarks: [],
    createdAt: "2026-01-01T00:00:00.000Z",
    synthetic: true,
    incomplete: false,
    baselineId,
  };
}
