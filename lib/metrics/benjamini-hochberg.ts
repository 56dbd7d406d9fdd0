/**
 * Benjamini-Hochberg adjusted p-values of a family of tests, in the order given: at or below q, the expected share of
 * false discoveries among those called is at most q. JRSS B 57(1), 1995. Equals R's `p.adjust(p, "BH")`.
 * @throws RangeError when a p is not between 0 and 1
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  for (const p of pValues) if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is not a p-value.`);
  const order = pValues.map((_, i) => i).sort((a, b) => (pValues[b] as number) - (pValues[a] as number));
  const adjusted = new Array<number>(pValues.length);
  let least = 1;
  order.forEach((index, place) => {
    const rank = pValues.length - place;
    least = Math.min(least, ((pValues[index] as number) * pValues.length) / rank);
    adjusted[index] = least;
  });
  return adjusted;
}
