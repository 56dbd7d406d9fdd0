import { describe, expect, test } from "vitest";
import { discreteFalseDiscovery } from "./discrete-false-discovery.ts";
import { hypergeometric } from "./hypergeometric.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { poissonBinomial } from "./poisson-binomial.ts";

describe("hypergeometric", () => {
  // scipy 1.17: [hypergeom.pmf(i, total, marked, drawn) for i in range(...)]
  test.each([
    { of: [6, 3, 3], expected: [0.05, 0.45, 0.45, 0.05] },
    {
      of: [10, 7, 5],
      expected: [0, 0, 0.08333333333333334, 0.41666666666666674, 0.41666666666666674, 0.08333333333333333],
    },
    { of: [4, 0, 2], expected: [1] },
    { of: [4, 4, 2], expected: [0, 0, 1] },
  ] as const)("$of", ({ of: [total, marked, drawn], expected }) => {
    const terms = hypergeometric(total, marked, drawn);
    expect(terms).toHaveLength(expected.length);
    for (const [i, term] of expected.entries()) expect(terms[i]).toBeCloseTo(term, 12);
  });

  test("large counts, and what is no count", () => {
    expect(hypergeometric(2000, 40, 1000)[10]).toBeCloseTo(0.0007032569925368501, 12);
    expect(() => hypergeometric(3, 4, 1)).toThrow(RangeError);
    expect(() => hypergeometric(3, 1, 0.5)).toThrow(RangeError);
  });
});

describe("poissonBinomial", () => {
  const times = (count: number, chance: number) => Array.from({ length: count }, () => chance);
  // scipy 1.17: poisson_binom(chances).mean(), .ppf(0.025), .ppf(0.975); of equal chances binom(n, p).
  test.each([
    {
      why: "three kinds",
      chances: [...times(8, 0.5), ...times(20, 0.2), ...times(30, 0.05)],
      is: [9.5, 5, 15],
    },
    { why: "one rare event", chances: [0.05], is: [0.05, 0, 1] },
    { why: "mixed", chances: [0.37, 0.9, 0.11, 0.5, 0.62, 0], is: [2.5, 1, 4] },
    { why: "many", chances: times(900, 0.5), is: [450, 421, 479] },
    { why: "none", chances: [], is: [0, 0, 0] },
  ])("$why", ({ chances, is: [mean, low, high] }) => {
    const count = poissonBinomial(chances);
    expect(count.mean).toBeCloseTo(mean ?? Number.NaN, 9);
    expect([count.low, count.high]).toEqual([low, high]);
  });
});

describe("normalQuantile", () => {
  // scipy 1.17: norm.ppf
  test.each([
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.02, -2.053748910631823],
    [0.3, -0.5244005127080409],
    [1e-6, -4.753424308822899],
    [0.5, 0],
  ])("%f", (share, expected) => {
    expect(normalQuantile(share)).toBeCloseTo(expected, 7);
    expect(() => normalQuantile(1)).toThrow(RangeError);
  });
});

describe("discreteFalseDiscovery", () => {
  const coin = { possible: [{ p: 0.05, chance: 0.05 }] };

  test("adds up the chances that tests have, not those of all p-values", () => {
    // Two found at .05; a third could have been. 3 * .05 / .95 / 2, and .15 by chance.
    const [first, , third] = discreteFalseDiscovery([
      { ...coin, p: 0.05 },
      { ...coin, p: 0.05 },
      { ...coin, p: null },
      { p: null, possible: [] },
    ]);
    expect(first?.q).toBeCloseTo((3 * 0.05) / 0.95 / 2, 12);
    expect(first?.byChance).toBeCloseTo(0.15, 12);
    expect(third).toBeNull();
  });

  test("never gives a clearer finding a larger q, nor one above 1", () => {
    const vague = { possible: [{ p: 0.5, chance: 0.5 }] };
    const tests = [{ ...coin, p: 0.05 }, ...Array.from({ length: 6 }, () => ({ ...vague, p: 0.5 }))];
    const [clear, unclear] = discreteFalseDiscovery(tests);
    expect(clear?.q).toBeCloseTo(0.05 / 0.95, 12);
    expect(unclear?.q).toBeCloseTo((0.05 / 0.95 + 6) / 7, 12);
    expect(discreteFalseDiscovery([])).toEqual([]);
  });
});
