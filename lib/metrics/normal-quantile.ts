/** Numerator and denominator of the approximation in the middle and in the tails (Acklam 2003). */
const MIDDLE = [
  [
    -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
    2.506628277459239,
  ],
  [
    -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
    -1.328068155288572e1, 1,
  ],
] as const;
const TAIL = [
  [
    -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1],
] as const;
const TAIL_BELOW = 0.02425;

/**
 * The value below which a share of a standard normal distribution lies; within a relative 1.2e-9 of scipy's `norm.ppf`.
 * @throws RangeError unless 0 < share < 1
 */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`${share} is not between 0 and 1.`);
  if (share > 0.5) return -normalQuantile(1 - share);
  if (share < TAIL_BELOW) {
    const far = Math.sqrt(-2 * Math.log(share));
    return polynomial(TAIL[0], far) / polynomial(TAIL[1], far);
  }
  const off = share - 0.5;
  return (off * polynomial(MIDDLE[0], off * off)) / polynomial(MIDDLE[1], off * off);
}

/** Highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
