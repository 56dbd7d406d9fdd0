import { describe, expect, test } from "vitest";
import { anyOfFirstK } from "./any-of-first-k.ts";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";
import { mcnemar } from "./mcnemar.ts";
import { passAtK } from "./pass-at-k.ts";

describe("passAtK", () => {
  test.each([
    { n: 3, passed: 0, k: 1, expected: 0, why: "none passed" },
    { n: 3, passed: 1, k: 1, expected: 1 / 3, why: "k = 1 is the share" },
    { n: 3, passed: 1, k: 3, expected: 1, why: "all attempts are drawn" },
    { n: 5, passed: 1, k: 3, expected: 0.6, why: "1 - C(4,3)/C(5,3)" },
    { n: 5, passed: 3, k: 3, expected: 1, why: "2 failures can't fill 3 draws" },
    { n: 200, passed: 10, k: 100, expected: 0.999229, why: "no factorial overflows" },
  ])("$passed of $n, k = $k: $why", ({ n, passed, k, expected }) => {
    const result = passAtK(n, passed, k);
    expect("value" in result && result.value).toBeCloseTo(expected, 6);
  });

  test("averages to the counts of a real histogram: 5 runs of 80 tasks", () => {
    const solvedHistogram = [37, 7, 4, 3, 4, 25];
    const mean = (k: number) =>
      solvedHistogram.reduce((sum, tasks, passed) => {
        const result = passAtK(5, passed, k);
        return sum + tasks * ("value" in result ? result.value : Number.NaN);
      }, 0) / 80;
    expect(mean(1)).toBeCloseTo(0.4125, 12);
    expect(mean(3)).toBeCloseTo(0.4975, 12);
  });

  test("needs k attempts, and counts that make sense", () => {
    expect(passAtK(1, 1, 3)).toEqual({
      undefinedBecause: "pass@3 needs at least 3 attempts, and there is 1.",
    });
    expect(() => passAtK(3, 4, 1)).toThrow(RangeError);
    expect(() => passAtK(3, 1.5, 1)).toThrow(RangeError);
    expect(() => passAtK(3, 1, 0)).toThrow(RangeError);
  });
});

describe("anyOfFirstK", () => {
  test.each([
    { attempts: [false, false, true], k: 2, expected: { value: false }, why: "the third doesn't count" },
    { attempts: [false, true], k: 2, expected: { value: true }, why: "the second does" },
    {
      attempts: [true],
      k: 2,
      expected: { undefinedBecause: expect.stringContaining("there is 1") },
      why: "too few",
    },
  ])("of $attempts at k = $k: $why", ({ attempts, k, expected }) => {
    expect(anyOfFirstK(Object.freeze(attempts), k)).toEqual(expected);
  });
});

describe("mcnemar", () => {
  test.each([
    { gained: 0, lost: 0, p: 1, why: "nothing disagrees" },
    { gained: 5, lost: 0, p: 0.0625, why: "2 x 0.5^5" },
    { gained: 6, lost: 0, p: 0.03125, why: "the first split below 0.05" },
    { gained: 4, lost: 4, p: 1, why: "even splits are clipped to 1" },
    { gained: 24, lost: 6, p: 0.0014, why: "net 18 of 30 discordant" },
    { gained: 44, lost: 26, p: 0.041, why: "net 18 of 70" },
    { gained: 49, lost: 31, p: 0.057, why: "net 18 of 80" },
    { gained: 69, lost: 51, p: 0.12, why: "net 18 of 120" },
  ])("$gained gained, $lost lost: p = $p, $why", ({ gained, lost, p }) => {
    expect(mcnemar(gained, lost).p).toBeCloseTo(p, p < 0.01 ? 4 : p < 0.1 ? 3 : 2);
    expect(mcnemar(lost, gained)).toEqual(mcnemar(gained, lost));
  });

  test("survives counts at which 0.5^n underflows", () => {
    const { p } = mcnemar(1050, 950);
    expect(p).toBeGreaterThan(0.02);
    expect(p).toBeLessThan(0.03);
    expect(mcnemar(3000, 0).p).toBe(0);
  });

  test("refuses what isn't a count", () => {
    expect(() => mcnemar(-1, 2)).toThrow(RangeError);
    expect(() => mcnemar(0.5, 2)).toThrow(RangeError);
  });
});

describe("benjaminiHochberg", () => {
  test("equals R's p.adjust", () => {
    const adjusted = benjaminiHochberg(Object.freeze([0.01, 0.04, 0.03, 0.005, 0.5]));
    for (const [i, expected] of [0.025, 0.05, 0.05, 0.025, 0.5].entries())
      expect(adjusted[i]).toBeCloseTo(expected, 12);
  });

  test("never exceeds 1, keeps the order given, and takes an empty family", () => {
    expect(benjaminiHochberg([0.9, 1, 0.95])).toEqual([1, 1, 1]);
    expect(benjaminiHochberg([])).toEqual([]);
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
  });
});
