import { seededRandom } from "#lib/shared/random.ts";
import { commonDenominator } from "./common-denominator.ts";
import { mcnemar } from "./mcnemar.ts";

/** Whether paired differences are more than chance. */
export type SignFlipTest = {
  /** Two-sided. */
  p: number;
  /** mcnemar: every difference is -1, 0 or 1, where the test is the exact McNemar test. */
  method: "mcnemar" | "exact" | "monte carlo";
  /** The least mean difference, either way, with p <= alpha had every pair differed by as much; null where there is none. */
  leastSignificant: number | null;
  /** Of a Monte Carlo test. */
  draws: number | null;
  seed: number | null;
};

type Options = { alpha?: number; draws?: number; seed?: number };

/** Additions that an exact distribution may take: a tenth of a second. */
const MOST_STEPS = 2e7;
/** Sums nearer than this share of all differences are the same. */
const SAME_WITHIN = 1e-9;

/**
 * Sign-flip (paired permutation) test of a mean difference: if the two arms are alike at a task, its difference is as
 * likely to have the other sign, whatever its size. p is the share of all 2^n choices of signs whose sum is at least as
 * far from 0 as the one seen. Exact by convolution wherever the differences are multiples of one fraction, as those of
 * pass rates and pass@k are; else from seeded draws, with the observed signs among them (Phipson and Smyth 2010).
 * For single attempts it is the exact McNemar test.
 *
 * Units that are not independent are added up first: one sum per repository is the test over repositories.
 * @param differences candidate minus baseline of every pair; those of 0 carry no information
 * @throws RangeError for a difference that is no number
 */
export function signFlipTest(differences: readonly number[], options: Options = {}): SignFlipTest {
  const { alpha = 0.05, draws = 9999, seed = 1 } = options;
  for (const each of differences)
    if (!Number.isFinite(each)) throw new RangeError(`${each} is no difference.`);
  const moved = differences.filter((each) => Math.abs(each) > SAME_WITHIN);
  const n = differences.length;
  const denominator = commonDenominator(moved);
  const total = moved.reduce((sum, each) => sum + Math.abs(each), 0);
  if (denominator !== null && denominator * total * moved.length <= MOST_STEPS) {
    const whole = moved.map((each) => Math.round(each * denominator));
    const { p, least } = exactTest(whole, alpha);
    const isMcnemar = whole.every((each) => Math.abs(each) === denominator) && denominator === 1;
    return {
      p: isMcnemar ? mcnemarOf(whole) : p,
      method: isMcnemar ? "mcnemar" : "exact",
      leastSignificant: least === null ? null : least / denominator / n,
      draws: null,
      seed: null,
    };
  }
  const { p, least } = drawnTest(moved, total, { alpha, draws, random: seededRandom(seed) });
  return { p, method: "monte carlo", leastSignificant: least === null ? null : least / n, draws, seed };
}

/** The same number, without what a long convolution rounds. */
function mcnemarOf(differences: readonly number[]): number {
  const gained = differences.filter((each) => each > 0).length;
  return mcnemar(gained, differences.length - gained).p;
}

/** Distribution of the sum of the sizes with a minus sign; |sum| = total - 2 x that, or its mirror image. */
function exactTest(differences: readonly number[], alpha: number): { p: number; least: number | null } {
  const total = differences.reduce((sum, each) => sum + Math.abs(each), 0);
  const observed = Math.abs(differences.reduce((sum, each) => sum + each, 0));
  const chances = new Float64Array(total + 1);
  chances[0] = 1;
  let reached = 0;
  for (const size of differences.map(Math.abs)) {
    reached += size;
    for (let sum = reached; sum >= 0; sum--) {
      const flipped = sum >= size ? (chances[sum - size] as number) : 0;
      chances[sum] = ((chances[sum] as number) + flipped) / 2;
    }
  }
  let p = 0;
  let upTo = 0;
  let least: number | null = null;
  for (let sum = 0; 2 * sum < total; sum++) {
    const chance = chances[sum] as number;
    upTo += chance;
    if (total - 2 * sum >= observed) p = upTo;
    if (chance > 0 && 2 * upTo <= alpha) least = total - 2 * sum;
  }
  return { p: observed === 0 ? 1 : Math.min(1, 2 * p), least };
}

function drawnTest(
  differences: readonly number[],
  total: number,
  { alpha, draws, random }: { alpha: number; draws: number; random: () => number },
): { p: number; least: number | null } {
  const observed = Math.abs(differences.reduce((sum, each) => sum + each, 0));
  const sums = Float64Array.from({ length: draws }, () => {
    let sum = 0;
    for (const each of differences) sum += random() < 0.5 ? each : -each;
    return Math.abs(sum);
  }).sort();
  const asFar = sums.filter((sum) => sum >= observed - SAME_WITHIN * total).length;
  // Of the draws and the observed signs together, at most a share of alpha may be as far.
  const place = Math.floor(alpha * (draws + 1)) - 1;
  return { p: (1 + asFar) / (draws + 1), least: place < 0 ? null : (sums[draws - place] ?? total) };
}
