import { seededRandom } from "#lib/shared/random.ts";
import { inverseSimpson } from "./inverse-simpson.ts";
import { quantile } from "./quantile.ts";

/** What labels dealt out at random come to: mean and the middle 95% over the permutations. */
export type ShuffledReference = { mean: number; low: number; high: number; permutations: number };

/**
 * Mean LISI when the same labels are dealt out at random: the value that "no structure at all" would give for these
 * label sizes and this perplexity. The neighborhoods stay; only the labels move.
 * @param neighborhood indices and weights, k per point, as `findNeighbors` and `neighborWeights` give them
 * @param options permutations (100) and seed (42)
 */
export function shuffledLisi(
  neighborhood: { indices: Int32Array; weights: Float64Array; k: number },
  codes: Int32Array,
  labelCount: number,
  { permutations = 100, seed = 42 }: { permutations?: number; seed?: number } = {},
): ShuffledReference {
  const random = seededRandom(seed);
  const dealt = Int32Array.from(codes);
  const { indices, weights, k } = neighborhood;
  const means = Float64Array.from({ length: permutations }, () => {
    shuffleInPlace(dealt, random);
    const perPoint = inverseSimpson(indices, weights, k, dealt, labelCount);
    return perPoint.reduce((sum, value) => sum + value, 0) / perPoint.length;
  });
  return summarizePermutations(means);
}

/** Shuffles labels in place (Fisher-Yates). */
export function shuffleInPlace(codes: Int32Array, random: () => number): void {
  for (let i = codes.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = codes[i] as number;
    codes[i] = codes[j] as number;
    codes[j] = held;
  }
}

/** Mean and middle 95% of what the permutations came to. */
export function summarizePermutations(values: Float64Array): ShuffledReference {
  const sorted = values.toSorted();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return {
    mean,
    low: quantile(sorted, 0.025),
    high: quantile(sorted, 0.975),
    permutations: values.length,
  };
}
