import { combinedInterval } from "#lib/metrics/combined-interval.ts";
import { shapleyTaylorPairs, shapleyValues } from "#lib/metrics/shapley.ts";
import type { LatticeCell } from "./fold-results.ts";

export type Estimate = { value: number; ci: [number, number] };

/** What each memory, and each two, change of the share passed at the task: -1 to 1. */
export type LatticeEstimates = {
  /** Exact Shapley values of the shares seen. */
  values: Estimate[];
  /** Shapley-Taylor indices of order 2. */
  pairs: (Estimate & { pair: [number, number] })[];
};

/**
 * Shapley values and interactions of the memories of a lattice, with 95% intervals. Both are weighted sums of the shares
 * passed at the subsets, which are independent.
 * @returns null while any subset has no result, for a Shapley value needs them all
 */
export function estimateEffects(cells: readonly LatticeCell[]): LatticeEstimates | null {
  if (cells.some(({ scored }) => scored === 0)) return null;
  const shares = cells.map(({ passed, scored }) => passed / scored);
  // The weight of a subset is what the index is where that subset alone is worth 1.
  const units = cells.map((_, subset) => cells.map((_cell, other) => (other === subset ? 1 : 0)));
  const ofValues = units.map(shapleyValues);
  const ofPairs = units.map(shapleyTaylorPairs);
  return {
    values: shapleyValues(shares).map((value, i) => ({
      value,
      ci: combinedInterval(
        cells,
        ofValues.map((weights) => weights[i] ?? 0),
      ),
    })),
    pairs: shapleyTaylorPairs(shares).map(({ pair, value }, i) => ({
      pair,
      value,
      ci: combinedInterval(
        cells,
        ofPairs.map((weights) => weights[i]?.value ?? 0),
      ),
    })),
  };
}
