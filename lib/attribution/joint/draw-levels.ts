import type { Draw } from "./draw.ts";
import { moveAttempts } from "./move-attempts.ts";
import { ARM_SD, LEVEL_SD, SHIFT_FREEDOM, VARIANCE_PRIOR } from "./prior.ts";
import type { Level, State } from "./state.ts";

/** Draws how hard tasks and benchmarks are, and what the run as a whole changes at each. */
export function drawLevels(state: State): void {
  const { design, levels, shifts, even, spread, draw } = state;
  drawTasks(state, levels, even, design.taskStarts);
  drawTasks(state, shifts, spread, design.candidateStarts);
  drawBenchmarks(state, levels, even, LEVEL_SD, VARIANCE_PRIOR.benchmark);
  drawBenchmarks(state, shifts, spread, ARM_SD, VARIANCE_PRIOR.benchmarkShift);
  moveBenchmarks(state, levels, design.taskStarts);
  moveBenchmarks(state, shifts, design.candidateStarts);
  levels.taskVariance = taskVariance(state, levels, even, VARIANCE_PRIOR.task);
  shifts.taskVariance = taskVariance(state, shifts, spread, VARIANCE_PRIOR.shift);
  for (let task = 0; task < design.tasks; task++) {
    const off = offOf(state, shifts, task);
    const scale = (SHIFT_FREEDOM + (off * off) / shifts.taskVariance) / 2;
    spread[task] = scale / draw.gamma((SHIFT_FREEDOM + 1) / 2);
  }
}

/** The value of each task given its attempts from `starts` on to the next task's first. */
function drawTasks(state: State, level: Level, spread: Float64Array, starts: Int32Array): void {
  const { design, luck, draw } = state;
  for (let task = 0; task < design.tasks; task++) {
    const [first, end] = [starts[task] as number, design.taskStarts[task + 1] as number];
    const precision = 1 / (level.taskVariance * (spread[task] as number));
    const before = level.tasks[task] as number;
    const center = level.benchmarks[design.benchmarkOfTask[task] as number] as number;
    let sum = center * precision + (end - first) * before;
    for (let i = first; i < end; i++) sum += luck[i] as number;
    const sure = end - first + precision;
    const value = sum / sure + draw.normal() / Math.sqrt(sure);
    level.tasks[task] = value;
    moveAttempts(state, first, end, value - before);
  }
}

/** The value of each benchmark given its tasks, the mean and the variance of benchmarks. */
function drawBenchmarks(
  { design, draw }: State,
  level: Level,
  spread: Float64Array,
  sd: number,
  prior: readonly [number, number],
): void {
  const sums = new Float64Array(design.benchmarks);
  const sures = new Float64Array(design.benchmarks);
  for (let task = 0; task < design.tasks; task++) {
    const benchmark = design.benchmarkOfTask[task] as number;
    const precision = 1 / (level.taskVariance * (spread[task] as number));
    sums[benchmark] = (sums[benchmark] as number) + precision * (level.tasks[task] as number);
    sures[benchmark] = (sures[benchmark] as number) + precision;
  }
  const own = 1 / level.benchmarkVariance;
  for (let b = 0; b < design.benchmarks; b++) {
    const sure = (sures[b] as number) + own;
    level.benchmarks[b] = ((sums[b] as number) + own * level.all) / sure + draw.normal() / Math.sqrt(sure);
  }
  const sure = design.benchmarks * own + sd ** -2;
  const sum = level.benchmarks.reduce((total, value) => total + value, 0);
  level.all = (own * sum) / sure + draw.normal() / Math.sqrt(sure);
  const squares = level.benchmarks.reduce((total, value) => total + (value - level.all) ** 2, 0);
  level.benchmarkVariance = drawVariance(draw, prior, design.benchmarks, squares);
}

/** Moves all tasks of a benchmark at once, which one at a time would take long. */
function moveBenchmarks(state: State, level: Level, starts: Int32Array): void {
  const { design, luck, draw } = state;
  const sums = new Float64Array(design.benchmarks);
  const counts = new Float64Array(design.benchmarks);
  for (let task = 0; task < design.tasks; task++) {
    const benchmark = design.benchmarkOfTask[task] as number;
    const end = design.taskStarts[task + 1] as number;
    counts[benchmark] = (counts[benchmark] as number) + end - (starts[task] as number);
    for (let i = starts[task] as number; i < end; i++) {
      sums[benchmark] = (sums[benchmark] as number) + (luck[i] as number);
    }
  }
  const own = 1 / level.benchmarkVariance;
  const moves = new Float64Array(design.benchmarks);
  for (let b = 0; b < design.benchmarks; b++) {
    const sure = (counts[b] as number) + own;
    const pull = own * (level.all - (level.benchmarks[b] as number));
    moves[b] = ((sums[b] as number) + pull) / sure + draw.normal() / Math.sqrt(sure);
    level.benchmarks[b] = (level.benchmarks[b] as number) + (moves[b] as number);
  }
  for (let task = 0; task < design.tasks; task++) {
    const move = moves[design.benchmarkOfTask[task] as number] as number;
    level.tasks[task] = (level.tasks[task] as number) + move;
    moveAttempts(state, starts[task] as number, design.taskStarts[task + 1] as number, move);
  }
}

function taskVariance(
  state: State,
  level: Level,
  spread: Float64Array,
  prior: readonly [number, number],
): number {
  let squares = 0;
  for (let task = 0; task < state.design.tasks; task++) {
    squares += offOf(state, level, task) ** 2 / (spread[task] as number);
  }
  return drawVariance(state.draw, prior, state.design.tasks, squares);
}

function offOf({ design }: State, { tasks, benchmarks }: Level, task: number): number {
  return (tasks[task] as number) - (benchmarks[design.benchmarkOfTask[task] as number] as number);
}

function drawVariance(draw: Draw, [shape, scale]: readonly [number, number], n: number, squares: number) {
  return (scale + squares / 2) / draw.gamma(shape + n / 2);
}
