import { describe, expect, it } from "vitest";
import { passAllK } from "./pass-all-k.ts";
import { passAtK } from "./pass-at-k.ts";

const estimateOf = (n: number, passed: number, k: number) => {
  const measured = passAllK(n, passed, k);
  return "value" in measured ? measured.value : measured.undefinedBecause;
};

describe("passAllK", () => {
  // python3: from math import comb; comb(c, k) / comb(n, k)
  it.each([
    [3, 2, 1, 0.6666666666666666],
    [3, 2, 2, 0.3333333333333333],
    [3, 3, 3, 1],
    [10, 7, 3, 0.2916666666666667],
    [20, 18, 5, 0.5526315789473685],
    [5, 2, 3, 0],
  ])("of %i attempts with %i passed, k = %i", (n, passed, k, expected) => {
    expect(estimateOf(n, passed, k)).toBeCloseTo(expected, 12);
  });

  it("is pass@1 for k = 1, and never above pass@k", () => {
    for (let n = 1; n <= 6; n++) {
      for (let passed = 0; passed <= n; passed++) {
        for (let k = 1; k <= n; k++) {
          const any = passAtK(n, passed, k);
          if (!("value" in any)) throw new Error("There are enough attempts.");
          if (k === 1) expect(estimateOf(n, passed, k)).toBeCloseTo(any.value, 12);
          expect(estimateOf(n, passed, k)).toBeLessThanOrEqual(any.value + 1e-12);
        }
      }
    }
  });

  it("is unbiased: its mean over all outcomes of n attempts is the chance that k in a row pass", () => {
    const [n, k, rate] = [5, 3, 0.7];
    let mean = 0;
    for (let outcomes = 0; outcomes < 2 ** n; outcomes++) {
      const passed = [...outcomes.toString(2)].filter((bit) => bit === "1").length;
      mean += rate ** passed * (1 - rate) ** (n - passed) * Number(estimateOf(n, passed, k));
    }
    expect(mean).toBeCloseTo(rate ** k, 12);
  });

  it("is unknown with too few attempts, and refuses what cannot be", () => {
    expect(estimateOf(2, 2, 3)).toBe("pass^3 needs at least 3 attempts, and there are 2.");
    expect(() => passAllK(3, 4, 1)).toThrow(RangeError);
    expect(() => passAllK(3, 1, 0)).toThrow(RangeError);
  });
});
