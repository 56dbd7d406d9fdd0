/** One test with few possible outcomes. */
export type DiscreteTest = {
  /** The p-value found; null where the outcome is no finding at all, however likely. */
  p: number | null;
  /** Every p-value that would count as a finding, and its chance if there is nothing to find. */
  possible: readonly { p: number; chance: number }[];
};

/** q, and how many findings this clear chance alone would bring. */
export type DiscreteFinding = { q: number; byChance: number };

/**
 * q-values of discrete tests: among those called at q <= level, the expected share of false ones is at most `level`.
 *
 * Benjamini and Hochberg take a p-value below t to have a chance of t. Tests on a handful of attempts can't reach most
 * p-values: here every test adds the chance that it really has (Heyse 2011), divided by the chance that it finds nothing,
 * which makes the bound exact for independent tests (Döhler, Durand and Roquain, Electronic Journal of Statistics
 * 12, 2018: the step-up procedure HSU, with its largest denominators).
 * @returns in the order given; null where nothing was found
 */
export function discreteFalseDiscovery(tests: readonly DiscreteTest[]): (DiscreteFinding | null)[] {
  const found = [...new Set(tests.flatMap(({ p }) => p ?? []))].sort((a, b) => b - a);
  const at = new Map<number, DiscreteFinding>();
  let least = 1;
  for (const p of found) {
    let byChance = 0;
    let weighed = 0;
    for (const { possible } of tests) {
      const chance = chanceUpTo(possible, p);
      byChance += chance;
      if (chance > 0) weighed += chance / (1 - chanceUpTo(possible, 1));
    }
    least = Math.min(least, weighed / tests.filter((test) => test.p !== null && test.p <= p).length);
    at.set(p, { q: least, byChance });
  }
  return tests.map((test) => (test.p === null ? null : (at.get(test.p) ?? null)));
}

function chanceUpTo(possible: DiscreteTest["possible"], p: number): number {
  let chance = 0;
  for (const each of possible) if (each.p <= p) chance += each.chance;
  return chance;
}
