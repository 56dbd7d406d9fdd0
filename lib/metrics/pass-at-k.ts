import type { Measured } from "./measured.ts";

/**
 * Unbiased pass@k of one task: the chance that at least one of k attempts drawn from the n made passed,
 * 1 - C(n - passed, k) / C(n, k). Chen et al., arXiv 2107.03374. For n = k it is "any passed".
 * Average over tasks, and say whether micro or macro.
 * @returns undefined with a sentence when fewer than k attempts were made
 * @throws RangeError unless 0 <= passed <= n and k >= 1, all whole
 */
export function passAtK(n: number, passed: number, k: number): Measured<number> {
  if (![n, passed, k].every(Number.isInteger) || passed < 0 || passed > n || k < 1) {
    throw new RangeError(`pass@${k} of ${passed} passed in ${n} attempts.`);
  }
  if (n < k)
    return {
      undefinedBecause: `pass@${k} needs at least ${k} attempts, and there ${n === 1 ? "is 1" : `are ${n}`}.`,
    };
  let allFail = 1;
  for (let i = 0; i < k; i++) allFail *= Math.max(0, n - passed - i) / (n - i);
  return { value: 1 - allFail };
}
