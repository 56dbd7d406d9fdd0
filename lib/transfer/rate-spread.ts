/** What a run tells of a comparison to come. Rates are shares. */
export type RateSpread = {
  tasks: number;
  /** Counted attempts at most tasks: the median. */
  attempts: number;
  passRate: number;
  /** Standard deviation of the tasks' true pass rates; null without repeats. */
  spread: number | null;
};

/**
 * Mean and spread of the pass rates of tasks. The spread of observed rates is partly chance: what attempts at one task
 * differ by is taken off, so that tasks that are all alike come out near 0.
 * @param tasks counted attempts of each, and those that passed
 * @returns null without any counted attempt
 */
export function rateSpread(tasks: readonly { scored: number; passed: number }[]): RateSpread | null {
  const counted = tasks.filter((task) => task.scored > 0);
  if (counted.length === 0) return null;
  const attempts =
    counted.map((task) => task.scored).sort((a, b) => a - b)[Math.floor(counted.length / 2)] ?? 1;
  const passRate = meanOf(counted.map(({ passed, scored }) => passed / scored));
  const repeated = counted.filter((task) => task.scored >= 2);
  if (repeated.length < 2) return { tasks: counted.length, attempts, passRate, spread: null };
  const rates = repeated.map(({ passed, scored }) => passed / scored);
  const mean = meanOf(rates);
  const observed = rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (rates.length - 1);
  const byChance = meanOf(
    repeated.map(({ passed, scored }) => (passed * (scored - passed)) / (scored * scored * (scored - 1))),
  );
  return { tasks: counted.length, attempts, passRate, spread: Math.sqrt(Math.max(0, observed - byChance)) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
