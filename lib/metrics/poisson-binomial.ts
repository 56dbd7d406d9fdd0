/** How many of some independent events happen. */
export type EventCount = { mean: number; low: number; high: number };

/**
 * Mean and central interval of the number of independent events that happen, each with a chance of its own
 * (Poisson binomial, exact by convolution). Outside lies at most (1 - level) / 2 on each side, so the interval holds
 * the count with at least `level`. Equals `ppf` of scipy's `poisson_binom`.
 * @param chances each 0 to 1; events that cannot happen may be among them
 */
export function poissonBinomial(chances: readonly number[], level = 0.95): EventCount {
  const possible = chances.filter((chance) => chance > 0);
  const mean = possible.reduce((sum, chance) => sum + chance, 0);
  // Chances beyond some ten standard deviations are below what a double adds: so many counts are enough.
  const counts = Math.min(possible.length, Math.ceil(mean + 10 * Math.sqrt(mean) + 20));
  const shares = new Float64Array(counts + 1);
  shares[0] = 1;
  for (const chance of possible) {
    for (let count = counts; count >= 1; count--) {
      shares[count] = (shares[count] as number) * (1 - chance) + (shares[count - 1] as number) * chance;
    }
    shares[0] = (shares[0] as number) * (1 - chance);
  }
  const tail = (1 - level) / 2;
  return { mean, low: countAt(shares, tail), high: countAt(shares, 1 - tail) };
}

/** The least count that is not exceeded with a chance of `share` or more. */
function countAt(shares: Float64Array, share: number): number {
  let below = 0;
  for (let count = 0; count < shares.length; count++) {
    below += shares[count] as number;
    // Against the last digit: a chance of exactly 1/2 is reached by halves that do not add up to it.
    if (below >= share - 1e-12) return count;
  }
  return shares.length - 1;
}
