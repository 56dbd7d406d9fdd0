import { seededRandom } from "#lib/shared/random.ts";
import { inverseSimpson } from "./inverse-simpson.ts";
import { summarize } from "./summarize.ts";

/**
 * Mean LISI when the same labels are dealt out at random: the value that "no structure at all" would give for these
 * label sizes and this perplexity. The neighbourhoods stay; only the labels move.
 * @param neighborhood indices and weights, k per point, as `findNeighbors` and `neighborWeights` give them
 * @param options permutations (20) and seed (42)
 * @returns the mean over permutations of the mean over points
 */
export function shuffledLisi(
  neighborhood: { indices: Int32Array; weights: Float64Array; k: number },
  codes: Int32Array,
  labelCount: number,
  { permutations = 20, seed = 42 }: { permutations?: number; seed?: number } = {},
): number {
  const random = seededRandom(seed);
  const dealt = Int32Array.from(codes);
  let sum = 0;
  for (let permutation = 0; permutation < permutations; permutation++) {
    for (let i = dealt.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const held = dealt[i] as number;
      dealt[i] = dealt[j] as number;
      dealt[j] = held;
    }
    sum += summarize(
      inverseSimpson(neighborhood.indices, neighborhood.weights, neighborhood.k, dealt, labelCount),
    ).mean;
  }
  return sum / permutations;
}
