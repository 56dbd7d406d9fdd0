import { changeOfFit } from "./change-of-fit.ts";
import type { Mixture, State } from "./state.ts";

/**
 * Asks each column whether it is ordinary after all, or does something large after all: a value of the other kind,
 * drawn from the prior, is accepted by the outcomes' likelihood (Metropolis). In small steps a chain seldom gets from
 * one to the other, for luck follows wherever it is; luck is drawn anew right after.
 */
export function toggleColumns(state: State): void {
  for (const mixture of state.mixtures) {
    const kinds = [true, false].map((isOrdinary) => kindOf(mixture, isOrdinary));
    for (let column = mixture.first; column < mixture.end; column++) {
      const isOrdinary = mixture.prior[state.component[column] as number]?.isOrdinary ?? true;
      const [from, to] = isOrdinary ? kinds : kinds.toReversed();
      if (from && to) toggle(state, column, mixture, from, to);
    }
  }
}

/** Components of one kind, and their weight together. */
type Kind = { components: number[]; weight: number };

function kindOf({ prior, weights }: Mixture, isOrdinary: boolean): Kind {
  const components = [...prior.keys()].filter((k) => prior[k]?.isOrdinary === isOrdinary);
  return { components, weight: components.reduce((sum, k) => sum + (weights[k] as number), 0) };
}

function toggle(state: State, column: number, { prior, weights }: Mixture, from: Kind, to: Kind): void {
  const { effects, component, draw, design, predictor } = state;
  // Held by a name of its own: bundlers look an import up at every call.
  const fitOf = changeOfFit;
  const k = pickComponent(to, weights, draw.uniform() * to.weight);
  const effect = draw.normal() * (prior[k]?.sd ?? 1);
  const change = effect - (effects[column] as number);
  const { starts, items } = design.attemptsOf;
  const [first, end] = [starts[column] as number, starts[column + 1] as number];
  let log = Math.log(to.weight / from.weight) - Math.log(1 - draw.uniform());
  for (let at = first; at < end; at++) log += fitOf(state, items[at] as number, change);
  if (log < 0) return;
  effects[column] = effect;
  component[column] = k;
  for (let at = first; at < end; at++)
    predictor[items[at] as number] = (predictor[items[at] as number] as number) + change;
}

function pickComponent({ components }: Kind, weights: Float64Array, at: number): number {
  let before = 0;
  for (const k of components) {
    before += weights[k] as number;
    if (at < before) return k;
  }
  return components.at(-1) ?? 0;
}
