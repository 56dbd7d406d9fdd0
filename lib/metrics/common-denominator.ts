/** Largest denominator that is looked for: pass@3 of 20 attempts has one of 1,140. */
const LARGEST = 2520;
const EXACT_WITHIN = 1e-9;

/** The least whole number that makes every value whole, such as 6 for 1/2 and 2/3; null where none up to 2,520 does. */
export function commonDenominator(values: Iterable<number>): number | null {
  let common = 1;
  for (const value of new Set(values)) {
    while (!isWhole(value * common)) {
      // Only a multiple keeps the values seen so far whole.
      const factor = denominatorOf(value * common, Math.floor(LARGEST / common));
      if (factor === null) return null;
      common *= factor;
    }
  }
  return common;
}

function denominatorOf(value: number, largest: number): number | null {
  for (let factor = 2; factor <= largest; factor++) if (isWhole(value * factor)) return factor;
  return null;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= EXACT_WITHIN * Math.max(1, Math.abs(value));
}
