import { bootstrapInterval } from "#lib/metrics/bootstrap-interval.ts";
import { pairedInterval } from "#lib/metrics/paired-interval.ts";
import { drawDifferences, drawRates, type RateMix } from "./draw-runs.ts";

export type IntervalSettings = {
  mix: RateMix;
  /** Tasks per benchmark: one benchmark for a micro average. */
  benchmarks: readonly number[];
  attempts: number;
  k: number;
  /** Chance that the candidate never passes a task, whatever the baseline does. */
  harm: number;
  repeats: number;
  /** Draws of the bootstrap that is held beside it; 0: none. */
  bootstrap?: number;
};

export type IntervalResult = {
  /** Share of intervals that hold the true difference. */
  coverage: number;
  /** Mean width, and the least seen. */
  width: number;
  leastWidth: number;
  /** Share of percentile bootstrap intervals that hold it. */
  bootstrapCoverage: number;
};

/** How often the 95% interval of a paired difference of pass@k holds the true one, over tasks drawn anew each time. */
export function simulateIntervals(settings: IntervalSettings, random: () => number): IntervalResult {
  const { mix, benchmarks, harm, repeats, k } = settings;
  const truth = -harm * meanPassAt(mix, k, random);
  let held = 0;
  let width = 0;
  let leastWidth = Number.POSITIVE_INFINITY;
  let bootstrapped = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const strata = benchmarks.map((tasks) => {
      const pairs = drawRates(mix, tasks, random).map((base) => ({
        base,
        candidate: random() < harm ? 0 : base,
      }));
      return drawDifferences(pairs, settings, random);
    });
    const interval = pairedInterval(strata);
    if (!("value" in interval)) throw new Error(interval.undefinedBecause);
    const { low, high } = interval.value;
    if (low <= truth && truth <= high) held += 1;
    width += (high - low) / repeats;
    leastWidth = Math.min(leastWidth, high - low);
    const draws = settings.bootstrap ?? 0;
    if (draws === 0) continue;
    const drawn = bootstrapInterval(strata, { random, draws });
    if (drawn[0] <= truth && truth <= drawn[1]) bootstrapped += 1;
  }
  return { coverage: held / repeats, width, leastWidth, bootstrapCoverage: bootstrapped / repeats };
}

/** pass@k of this mix of rates. */
function meanPassAt(mix: RateMix, k: number, random: () => number): number {
  const rates = drawRates(mix, 100_000, random);
  return rates.reduce((sum, rate) => sum + 1 - (1 - rate) ** k, 0) / rates.length;
}
