import { normalCdf } from "#lib/metrics/normal-cdf.ts";
import type { Design } from "./design.ts";
import { isOrdinary, type State } from "./state.ts";

/** Draws kept of all chains, one after the other; each array holds one draw's values after the other's. */
export type Draws = {
  design: Design;
  count: number;
  chains: number;
  predictor: Float32Array;
  effects: Float32Array;
  /** Of each column: -1 and 1 where it does harm or good beyond the ordinary, else 0. */
  signs: Int8Array;
  /** What the run as a whole changes, and other numbers of the whole model; each by draw. */
  whole: Record<"arm" | "level" | "taskSd" | "shiftSd" | "large", Float64Array>;
};

export function noDraws(design: Design, count: number, chains: number): Draws {
  const whole = () => new Float64Array(count);
  return {
    design,
    count,
    chains,
    predictor: new Float32Array(count * design.attempts),
    effects: new Float32Array(count * design.columns),
    signs: new Int8Array(count * design.columns),
    whole: { arm: whole(), level: whole(), taskSd: whole(), shiftSd: whole(), large: whole() },
  };
}

export function keepDraw(
  { design, predictor, effects, signs, whole }: Draws,
  at: number,
  state: State,
): void {
  predictor.set(state.predictor, at * design.attempts);
  effects.set(state.effects, at * design.columns);
  let large = 0;
  for (let column = 0; column < design.columns; column++) {
    if (isOrdinary(state, column)) continue;
    if (column < design.memoryColumns) large++;
    signs[at * design.columns + column] = (state.effects[column] as number) < 0 ? -1 : 1;
  }
  whole.arm[at] = armEffect(state);
  whole.level[at] = mean(state.levels.benchmarks);
  whole.taskSd[at] = Math.sqrt(state.levels.taskVariance);
  whole.shiftSd[at] = Math.sqrt(state.shifts.taskVariance);
  whole.large[at] = large;
}

/** The chance to pass with what the run as a whole changes, minus without it: mean over the candidate's attempts. */
function armEffect({ design, predictor, shifts }: State): number {
  let [sum, count] = [0, 0];
  // Held by a name of its own: bundlers look an import up at every call.
  const cdf = normalCdf;
  for (let task = 0; task < design.tasks; task++) {
    for (let i = design.candidateStarts[task] as number; i < (design.taskStarts[task + 1] as number); i++) {
      const at = predictor[i] as number;
      sum += cdf(at) - cdf(at - (shifts.tasks[task] as number));
      count++;
    }
  }
  return count > 0 ? sum / count : 0;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
