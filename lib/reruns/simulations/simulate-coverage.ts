import { shapleyTaylorPairs, shapleyValues } from "#lib/metrics/shapley.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { estimateEffects } from "../estimate-effects.ts";

/**
 * How often the intervals of a lattice hold the true Shapley values and interactions.
 * @param chances to pass, by subset
 * @param repeats of every subset
 */
export function simulateCoverage(
  chances: readonly number[],
  repeats: number,
  lattices: number,
  seed: number,
): { values: number; pairs: number } {
  const random = seededRandom(seed);
  const truth = { values: shapleyValues(chances), pairs: shapleyTaylorPairs(chances) };
  const held = { values: 0, pairs: 0 };
  for (let go = 0; go < lattices; go++) {
    const cells = chances.map((chance, subset) => {
      const passed = Array.from({ length: repeats }, () => random() < chance).filter(Boolean).length;
      return { subset, scored: repeats, passed, unanswered: 0 };
    });
    const found = estimateEffects(cells);
    found?.values.forEach(({ ci }, i) => {
      const value = truth.values[i] ?? 0;
      if (ci[0] <= value && value <= ci[1]) held.values += 1;
    });
    found?.pairs.forEach(({ ci }, i) => {
      const value = truth.pairs[i]?.value ?? 0;
      if (ci[0] <= value && value <= ci[1]) held.pairs += 1;
    });
  }
  return {
    values: held.values / (lattices * truth.values.length),
    pairs: held.pairs / (lattices * truth.pairs.length),
  };
}
