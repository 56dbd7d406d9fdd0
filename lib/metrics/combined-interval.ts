export type CountedShare = { passed: number; scored: number };

/**
 * Interval of a weighted sum of independent shares, by the method of variance estimates recovery from the exact interval
 * of each share (Zou and Donner, Statistics in Medicine 27, 2008). It holds at few attempts and at shares of 0 and 1, where
 * a normal interval, and the same from score intervals or from Beta posteriors, cover less: `bench calibration` shows it.
 * @param shares of at least one attempt each
 * @param weights one a share
 */
export function combinedInterval(
  shares: readonly CountedShare[],
  weights: readonly number[],
  confidence = 0.95,
): [number, number] {
  let [value, below, above] = [0, 0, 0];
  shares.forEach((share, i) => {
    const weight = weights[i] ?? 0;
    const p = share.passed / share.scored;
    const [low, high] = exactInterval(share, confidence);
    value += weight * p;
    below += (weight * (weight > 0 ? p - low : high - p)) ** 2;
    above += (weight * (weight > 0 ? high - p : p - low)) ** 2;
  });
  return [value - Math.sqrt(below), value + Math.sqrt(above)];
}

/**
 * The exact interval of a share (Clopper and Pearson, Biometrika 26, 1934). Equals scipy's
 * `binomtest(passed, scored).proportion_ci(confidence, method="exact")`.
 */
export function exactInterval({ passed, scored }: CountedShare, confidence = 0.95): [number, number] {
  const outside = (1 - confidence) / 2;
  const low = passed === 0 ? 0 : solve((p) => tailFrom(passed, scored, p) - outside);
  const high = passed === scored ? 1 : 1 - solve((p) => tailFrom(scored - passed, scored, p) - outside);
  return [low, high];
}

/** Chance of so many or more passes of n. */
function tailFrom(least: number, n: number, p: number): number {
  let [term, sum] = [(1 - p) ** n, 0];
  for (let i = 0; i <= n; i++) {
    if (i >= least) sum += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return sum;
}

/** Where a rising function of a share is 0, by bisection. */
function solve(f: (p: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
