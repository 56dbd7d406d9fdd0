import type { LabelUnits } from "#lib/metrics/label-units.ts";
import type { MeasureInterval } from "#lib/metrics/measure-interval.ts";
import type { ShuffledReference } from "#lib/metrics/shuffled-labels.ts";
import type { AbstractionResult } from "./schema.ts";

// Simulated (bench/calibration/mixing-coverage.ts): outside of these cases intervals hold what they should in 88 to 100%.

/** With fewer tasks than this, halves and resamples are of next to nothing. */
const fewestUnits = 12;
/** Up to here nearly every memory is among its own: most pools of the kind have exactly 1, and scatter says nothing. */
const leastMixing = 1.01;

const tooFew = (units: LabelUnits) =>
  `No interval: it needs at least ${fewestUnits} tasks, and there ${units.count === 1 ? "is 1" : `are ${units.count}`}.`;

/** The interval of a DBI, or the sentence that stands in its place. */
export function reportableDbiInterval(
  interval: MeasureInterval,
  dbi: number,
  shuffled: ShuffledReference,
  units: LabelUnits,
): Pick<AbstractionResult, "dbiInterval" | "dbiNoIntervalBecause"> {
  if (units.count < fewestUnits) return { dbiInterval: null, dbiNoIntervalBecause: tooFew(units) };
  if (dbi >= shuffled.low)
    return {
      dbiInterval: null,
      dbiNoIntervalBecause:
        "No interval: DBI is not below what shuffled labels give, so its centroids are noise.",
    };
  return { dbiInterval: interval };
}

/** The interval of a mean LISI, or the sentence that stands in its place. */
export function reportableLisiInterval(
  interval: MeasureInterval,
  mean: number,
  units: LabelUnits,
): Pick<NonNullable<AbstractionResult["lisi"]>, "interval" | "noIntervalBecause"> {
  if (units.count < fewestUnits) return { interval: null, noIntervalBecause: tooFew(units) };
  if (mean < leastMixing)
    return {
      interval: null,
      noIntervalBecause: "No interval: nearly every memory has only neighbors of its own label.",
    };
  return { interval };
}
