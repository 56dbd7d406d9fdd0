import { benjaminiHochberg } from "#lib/metrics/benjamini-hochberg.ts";
import type { Exposure } from "./exposures.ts";
import { findConfounded, type Tested } from "./find-confounded.ts";
import { ATTRIBUTION_LEVEL, FEWEST_TASKS } from "./memory-attribution.ts";
import type { PassesByChance } from "./passes-by-chance.ts";

/** p and q of one memory, and the memory that explains it. */
export type Judgment = { p: number; q: number; rival: string | null };

/** p and q of the memories that can be tested: one exact test each, Benjamini-Hochberg over all of them. */
export function judgeExposures(tested: readonly Tested[], byChance: PassesByChance): Map<Exposure, Judgment> {
  // Whether any outcome could have told something depends on the design alone, so leaving the others out is fair.
  const testable = tested.filter(
    ({ exposure, test }) =>
      new Set(exposure.attempts.map(({ task }) => task)).size >= FEWEST_TASKS &&
      test.leastP <= ATTRIBUTION_LEVEL,
  );
  const first = benjaminiHochberg(testable.map(({ test }) => test.p));
  const passing = testable.filter((_, i) => (first[i] ?? 1) <= ATTRIBUTION_LEVEL);
  const cutoff = (ATTRIBUTION_LEVEL * passing.length) / Math.max(1, testable.length);
  const explained = findConfounded(passing, byChance, cutoff);
  const ps = testable.map(({ exposure, test }) => Math.max(test.p, explained.get(exposure)?.p ?? 0));
  const qs = benjaminiHochberg(ps);
  return new Map(
    testable.map(({ exposure }, i) => [
      exposure,
      { p: ps[i] ?? 1, q: qs[i] ?? 1, rival: explained.get(exposure)?.rival.memoryIds[0] ?? null },
    ]),
  );
}
