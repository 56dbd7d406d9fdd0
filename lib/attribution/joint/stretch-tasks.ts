import { changeOfFit } from "./change-of-fit.ts";
import type { Level, State } from "./state.ts";

/** Share of stretches to be accepted, which lets a chain move fastest. */
const WANTED = 0.35;

/**
 * Scales how far tasks are from their benchmark, all at once and with their standard deviation, accepted by the
 * outcomes' likelihood alone (Metropolis). Given everyone's luck, the deviation could only creep where most tasks
 * always or never pass; luck is drawn anew right after.
 * @param starts where each task's attempts begin that the level is about
 * @param round of the warm-up, in which the length of steps is learned; null after it
 */
export function stretchTasks(
  state: State,
  level: Level,
  starts: Int32Array,
  [shape, scale]: readonly [number, number],
  round: number | null,
): void {
  const { design, draw } = state;
  // Held by a name of its own: bundlers look an import up at every call.
  const fitOf = changeOfFit;
  const step = Math.exp(level.stretch) * draw.normal();
  const variance = level.taskVariance * Math.exp(2 * step);
  // The prior of the variance as one of its logarithm; the tasks' own prior stays as it was.
  let log = -2 * shape * step - scale / variance + scale / level.taskVariance;
  for (let task = 0; task < design.tasks; task++) {
    const change = offOf(state, level, task) * (Math.exp(step) - 1);
    const end = design.taskStarts[task + 1] as number;
    for (let i = starts[task] as number; i < end; i++) log += fitOf(state, i, change);
  }
  const isAccepted = Math.log(1 - draw.uniform()) < log;
  if (round !== null) level.stretch += (Math.min(1, Math.exp(log)) - WANTED) / Math.sqrt(1 + round);
  if (!isAccepted) return;
  level.taskVariance = variance;
  for (let task = 0; task < design.tasks; task++) {
    const change = offOf(state, level, task) * (Math.exp(step) - 1);
    level.tasks[task] = (level.tasks[task] as number) + change;
    const end = design.taskStarts[task + 1] as number;
    for (let i = starts[task] as number; i < end; i++)
      state.predictor[i] = (state.predictor[i] as number) + change;
  }
}

function offOf({ design }: State, { tasks, benchmarks }: Level, task: number): number {
  return (tasks[task] as number) - (benchmarks[design.benchmarkOfTask[task] as number] as number);
}
