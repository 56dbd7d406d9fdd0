/** Between what a measure of other pools of the same kind and label sizes lies, at this level. */
export type MeasureInterval = { low: number; high: number; level: number; resamples: number };

const level = 0.95;
/** Standard normal quantile of (1 + level) / 2. */
const deviations = 1.959964;

/**
 * value x or / exp(1.96 x the standard deviation of the logarithms of its resamples). On the logarithm, because a
 * resampled pool mixes more or less than a whole one and its values scatter in proportion.
 */
export function intervalByRatio(value: number, resampled: Float64Array): MeasureInterval {
  const logs = resampled.filter((each) => each > 0 && Number.isFinite(each)).map(Math.log);
  const reach = Math.exp(deviations * standardDeviation(logs));
  return { low: value / reach, high: value * reach, level, resamples: resampled.length };
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}
