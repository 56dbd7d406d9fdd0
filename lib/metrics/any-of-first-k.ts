import type { Measured } from "./measured.ts";

/**
 * Whether any of the first k attempts, in their order, passed. A different number from pass@k: it depends on the
 * order and, averaged over tasks, varies more.
 * @param attempts outcome of each attempt in order: true = passed
 * @returns undefined with a sentence when fewer than k attempts were made
 */
export function anyOfFirstK(attempts: readonly boolean[], k: number): Measured<boolean> {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`The first ${k} attempts.`);
  if (attempts.length < k) {
    return {
      undefinedBecause: `Any of the first ${k} needs ${k} attempts, and there ${attempts.length === 1 ? "is 1" : `are ${attempts.length}`}.`,
    };
  }
  return { value: attempts.slice(0, k).some(Boolean) };
}
