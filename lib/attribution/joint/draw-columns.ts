import type { State } from "./state.ts";

/** Draws the effect of every column: first which component of the prior it comes from, then its value. */
export function drawColumns(state: State): void {
  for (const mixture of state.mixtures) {
    const kinds = mixture.prior.map(({ sd }, k) => ({
      precision: sd ** -2,
      weight: mixture.weights[k] ?? 0,
    }));
    for (let column = mixture.first; column < mixture.end; column++) drawColumn(state, column, kinds);
  }
}

const chances = new Float64Array(16);

function drawColumn(
  { design, luck, predictor, effects, component, draw }: State,
  column: number,
  kinds: readonly { precision: number; weight: number }[],
): void {
  const { starts, items } = design.attemptsOf;
  const [first, end] = [starts[column] as number, starts[column + 1] as number];
  const before = effects[column] as number;
  let sum = (end - first) * before;
  for (let at = first; at < end; at++) sum += luck[items[at] as number] as number;
  let total = 0;
  // Measured from the widest component, whose exponent is the largest: none overflows.
  const widest = 1 / (end - first + (kinds.at(-1)?.precision ?? 1));
  for (let k = 0; k < kinds.length; k++) {
    const { precision, weight } = kinds[k] as (typeof kinds)[number];
    const sure = end - first + precision;
    total += weight * Math.sqrt(precision / sure) * Math.exp(((1 / sure - widest) * sum * sum) / 2);
    chances[k] = total;
  }
  const pick = draw.uniform() * total;
  let k = 0;
  while (k < kinds.length - 1 && (chances[k] as number) < pick) k++;
  const sure = end - first + (kinds[k]?.precision ?? 1);
  const effect = sum / sure + draw.normal() / Math.sqrt(sure);
  effects[column] = effect;
  component[column] = k;
  const change = effect - before;
  for (let at = first; at < end; at++) {
    const attempt = items[at] as number;
    luck[attempt] = (luck[attempt] as number) - change;
    predictor[attempt] = (predictor[attempt] as number) + change;
  }
}

/** Draws the weights of the components from how many columns each has (Dirichlet). */
export function drawWeights({ mixtures, component, draw }: State): void {
  for (const { first, end, prior, weights } of mixtures) {
    const counts = Float64Array.from(prior, ({ weight }) => weight);
    for (let column = first; column < end; column++)
      counts[component[column] as number] = (counts[component[column] as number] as number) + 1;
    const drawn = counts.map((count) => draw.gamma(count));
    const total = drawn.reduce((sum, each) => sum + each, 0);
    weights.set(drawn.map((each) => each / total));
  }
}
