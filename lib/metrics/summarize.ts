/** Arithmetic mean and median (mean of the middle two for an even count). Both NaN for no values: ask first. */
export function summarize(values: ArrayLike<number>): { mean: number; median: number } {
  const sorted = Float64Array.from(values).sort();
  let sum = 0;
  for (const value of sorted) sum += value;
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
  return { mean: sum / sorted.length, median };
}
