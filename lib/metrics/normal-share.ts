/** Share of a standard normal distribution below a value; within 7.5e-8 of scipy's `norm.cdf` (Abramowitz and Stegun 26.2.17). */
export function normalShare(value: number): number {
  if (value < 0) return 1 - normalShare(-value);
  const t = 1 / (1 + 0.2316419 * value);
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = terms.reduceRight((rest, term) => t * (term + rest), 0);
  return 1 - (Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
