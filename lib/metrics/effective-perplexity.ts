import type { Measured } from "./measured.ts";

/** With fewer neighbors than this a neighborhood says nothing about mixing. */
const fewestPoints = 6;

/**
 * The perplexity that n points can bear. LISI looks at 3 x perplexity points (the point itself included), so for small
 * n the asked-for perplexity is clipped to floor(n / 3); the caller shows the clipped one beside the value.
 * @param requested 1 or more; usually 30
 * @returns undefined with a sentence below 6 points
 * @throws RangeError when `requested` is not a number of 1 or more
 */
export function effectivePerplexity(n: number, requested: number): Measured<number> {
  if (!(requested >= 1 && Number.isFinite(requested)))
    throw new RangeError(`Perplexity ${requested} is not 1 or more.`);
  if (n < fewestPoints)
    return { undefinedBecause: `LISI needs at least ${fewestPoints} memories, and there are ${n}.` };
  return { value: Math.min(requested, Math.floor(n / 3)) };
}
