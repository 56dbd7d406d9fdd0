import { drawColumns, drawWeights } from "./draw-columns.ts";
import { drawLevels } from "./draw-levels.ts";
import { VARIANCE_PRIOR } from "./prior.ts";
import type { State } from "./state.ts";
import { stretchTasks } from "./stretch-tasks.ts";
import { swapRivals } from "./swap-rivals.ts";
import { toggleColumns } from "./toggle-columns.ts";

/**
 * One round of the Gibbs sampler (Albert and Chib 1993): each part is drawn anew given all others. Before that, steps
 * that hold no attempt's luck, which would keep them short.
 * @param warmUp which round of the warm-up it is, in which lengths of steps are learned; null after it
 */
export function sweep(state: State, warmUp: number | null): void {
  const { levels, shifts, design } = state;
  swapRivals(state);
  stretchTasks(state, levels, design.taskStarts, VARIANCE_PRIOR.task, warmUp);
  stretchTasks(state, shifts, design.candidateStarts, VARIANCE_PRIOR.shift, warmUp);
  toggleColumns(state);
  drawLuck(state);
  drawLevels(state);
  drawColumns(state);
  drawWeights(state);
}

/** An attempt passes if predictor and luck together are above 0: luck is normal, cut where the outcome says. */
function drawLuck({ predictor, luck, draw, design: { passed } }: State): void {
  for (let i = 0; i < passed.length; i++) {
    const at = predictor[i] as number;
    luck[i] = passed[i] === 1 ? draw.normalAbove(-at) : -draw.normalAbove(at);
  }
}
