import { logNormalCdf } from "./log-normal-cdf.ts";
import type { State } from "./state.ts";

/** Logarithm of the likelihood of one attempt's outcome if its predictor changes, minus as it is. */
export function changeOfFit({ predictor, design }: State, attempt: number, change: number): number {
  const sign = design.passed[attempt] === 1 ? 1 : -1;
  const at = sign * (predictor[attempt] as number);
  return logNormalCdf(at + sign * change) - logNormalCdf(at);
}
