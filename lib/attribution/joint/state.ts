import type { Design } from "./design.ts";
import type { Draw } from "./draw.ts";
import { MEMORY_PRIOR, PAIR_PRIOR } from "./prior.ts";

/** Where one chain is. Everything is on the probit scale. */
export type State = {
  design: Design;
  draw: Draw;
  /** Of each attempt: what its chance to pass is the normal share of, and its luck beyond that. */
  predictor: Float64Array;
  luck: Float64Array;
  /** Level and shift of each benchmark, and of all. */
  levels: Level;
  shifts: Level;
  /** Of each task: the shift's variance as a multiple of that of all tasks. */
  spread: Float64Array;
  /** The same of levels: 1 for every task. */
  even: Float64Array;
  /** Effect of each column, and the component of the prior that it is drawn from at the moment. */
  effects: Float64Array;
  component: Uint8Array;
  mixtures: Mixture[];
};

/** A normal hierarchy: tasks within benchmarks within the run. */
export type Level = {
  all: number;
  benchmarks: Float64Array;
  tasks: Float64Array;
  benchmarkVariance: number;
  taskVariance: number;
  /** Logarithm of the step by which tasks are stretched. */
  stretch: number;
};

/** The prior of some columns, with its weights as learned so far. */
export type Mixture = {
  first: number;
  end: number;
  prior: typeof MEMORY_PRIOR;
  weights: Float64Array;
};

/** A chain's start: nothing does anything, tasks scatter as widely as the seed says. */
export function startState(design: Design, draw: Draw): State {
  const level = (taskVariance: number): Level => ({
    all: 0,
    benchmarks: new Float64Array(design.benchmarks),
    tasks: new Float64Array(design.tasks),
    benchmarkVariance: 0.1,
    taskVariance: taskVariance * (0.5 + draw.uniform()),
    stretch: -2,
  });
  const mixture = (first: number, end: number, prior: typeof MEMORY_PRIOR): Mixture => {
    const total = prior.reduce((sum, { weight }) => sum + weight, 0);
    return { first, end, prior, weights: Float64Array.from(prior, ({ weight }) => weight / total) };
  };
  return {
    design,
    draw,
    predictor: new Float64Array(design.attempts),
    luck: new Float64Array(design.attempts),
    levels: level(1),
    shifts: level(0.1),
    spread: new Float64Array(design.tasks).fill(1),
    even: new Float64Array(design.tasks).fill(1),
    effects: new Float64Array(design.columns),
    component: new Uint8Array(design.columns),
    mixtures: [
      mixture(0, design.memoryColumns, MEMORY_PRIOR),
      mixture(design.memoryColumns, design.columns, PAIR_PRIOR),
    ],
  };
}

/** Whether a column's effect is at the moment drawn from what is no more than ordinary. */
export function isOrdinary({ component, mixtures, design }: State, column: number): boolean {
  const mixture = mixtures[column < design.memoryColumns ? 0 : 1];
  return mixture?.prior[component[column] as number]?.isOrdinary ?? true;
}
