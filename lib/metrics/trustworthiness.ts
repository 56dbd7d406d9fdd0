import type { Matrix } from "./matrix.ts";
import type { Measured } from "./measured.ts";
import { measureTrustworthiness } from "./trustworthiness-in-steps.ts";

/**
 * How far a layout's neighbors were neighbors in the original space too: 1 = every one of the k nearest in the
 * layout was among the k nearest before; each intruder costs by its original rank. Venna and Kaski 2001; the formula
 * of scikit-learn's `trustworthiness`. Euclidean distances; ties by ascending row number.
 * @returns undefined with a sentence when k >= n / 2
 */
export function trustworthiness(original: Matrix, layout: Matrix, k = 15): Measured<number> {
  const steps = measureTrustworthiness(original, layout, { k });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
