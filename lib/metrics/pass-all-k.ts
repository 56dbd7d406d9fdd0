import type { Measured } from "./measured.ts";

/**
 * Unbiased pass^k of one task: the chance that all of k attempts drawn from the n made passed, C(passed, k) / C(n, k).
 * Yao et al., arXiv 2406.12045. pass^1 is pass@1; the larger k, the more it asks for reliability.
 * Average over tasks, and say whether micro or macro.
 * @returns undefined with a sentence when fewer than k attempts were made
 * @throws RangeError unless 0 <= passed <= n and k >= 1, all whole
 */
export function passAllK(n: number, passed: number, k: number): Measured<number> {
  if (![n, passed, k].every(Number.isInteger) || passed < 0 || passed > n || k < 1) {
    throw new RangeError(`pass^${k} of ${passed} passed in ${n} attempts.`);
  }
  if (n < k)
    return {
      undefinedBecause: `pass^${k} needs at least ${k} attempts, and there ${n === 1 ? "is 1" : `are ${n}`}.`,
    };
  let allPass = 1;
  for (let i = 0; i < k; i++) allPass *= Math.max(0, passed - i) / (n - i);
  return { value: allPass };
}
