import { describe, expect, it } from "vitest";
import { noncentralHypergeometric } from "./noncentral-hypergeometric.ts";

describe("noncentralHypergeometric", () => {
  // scipy 1.17: nchypergeom_fisher(here + there, successes, here, exp(logOdds)).pmf(k)
  it.each<{ of: [number, number, number, number]; expected: number[] }>([
    { of: [4, 3, 3, 0], expected: [0, 0.2, 0.6, 0.2] },
    {
      of: [3, 3, 3, -1],
      expected: [0.1792526016442549, 0.5934901222927407, 0.2183328145298244, 0.00892446153318],
    },
    {
      of: [2, 3, 6, 1.5],
      expected: [0.09619885362885675, 0.517360021064998, 0.38644112530614527, 0],
    },
  ])("is scipy's for $of", ({ of, expected }) => {
    noncentralHypergeometric(...of).forEach((probability, k) => {
      expect(probability).toBeCloseTo(expected[k] ?? Number.NaN, 12);
    });
  });

  it("stays finite for hundreds of attempts", () => {
    const many = noncentralHypergeometric(150, 200, 200, 0.5);
    expect(many[70]).toBeCloseTo(0.00021246489873764997, 12);
    expect(many[80]).toBeCloseTo(0.03153258682006367, 10);
  });

  it.each([
    [5, 2, 2],
    [-1, 2, 2],
    [1.5, 2, 2],
  ] as const)("refuses %i of %i and %i", (successes, here, there) => {
    expect(() => noncentralHypergeometric(successes, here, there)).toThrow(RangeError);
  });
});
