import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { commonDenominator } from "./common-denominator.ts";
import { mcnemar } from "./mcnemar.ts";
import { signFlipTest } from "./sign-flip-test.ts";

// p by scipy 1.17.1: stats.permutation_test((d, np.zeros_like(d)), lambda x, y, axis: np.sum(x - y, axis=axis),
//   permutation_type="samples", n_resamples=np.inf, vectorized=True).pvalue
const thirds = [1 / 3, -2 / 3, -1 / 3, -1, 0, -1 / 3, 2 / 3, -2 / 3, -1 / 3, 0, -1 / 3, -1];
const mixed = [0.5, 1 / 3, -1 / 6, 0.5, 0.2, -0.1, 1 / 3, 0.25, 0, 0.4];
const noFraction = [0.137, -0.291, 0.4441, -0.033, 0.718, 0.2718, 0.31415, -0.577, 0.6941, 0.1618];

describe("signFlipTest", () => {
  it.each([
    { why: "three attempts on both sides", differences: thirds, p: 0.08984375 },
    { why: "unequal numbers of attempts", differences: mixed, p: 0.0234375 },
  ])("equals scipy's permutation_test: $why", ({ differences, p }) => {
    expect(signFlipTest(differences)).toMatchObject({ method: "exact", draws: null });
    expect(signFlipTest(differences).p).toBeCloseTo(p, 12);
  });

  it("draws signs where the differences share no fraction, from a seed that it names", () => {
    const test = signFlipTest(noFraction);
    expect(test).toMatchObject({ method: "monte carlo", draws: 9999, seed: 1 });
    // scipy: .189453125; four standard errors of 9,999 draws.
    expect(Math.abs(test.p - 0.189453125)).toBeLessThan(4 * Math.sqrt((0.19 * 0.81) / 9999));
    expect(signFlipTest(noFraction)).toEqual(test);
  });

  it("is the exact McNemar test for single attempts", () => {
    for (const [gained, lost] of [
      [0, 0],
      [5, 0],
      [24, 6],
      [3, 9],
      [800, 900],
    ] as const) {
      const differences = [...Array(gained).fill(1), ...Array(lost).fill(-1), 0, 0, 0];
      const { p, method } = signFlipTest(differences);
      expect([p, method]).toEqual([mcnemar(gained, lost).p, "mcnemar"]);
    }
  });

  it("names the least mean that would be significant, and nothing less is", () => {
    // Six of the same size: 6:0 has p = .031, 5:1 has .22.
    expect(signFlipTest([...Array(6).fill(-0.5), 0, 0]).leastSignificant).toBeCloseTo(3 / 8, 12);
    expect(signFlipTest(Array(5).fill(1)).leastSignificant).toBeNull();
    // 21 to 9 of 30 in 491 tasks is p = .043, 20 to 10 is .099.
    const of491 = [...Array(15).fill(1), ...Array(15).fill(-1), ...Array(461).fill(0)];
    expect(signFlipTest(of491).leastSignificant).toBeCloseTo(12 / 491, 12);
    const drawn = signFlipTest(noFraction, { draws: 999 });
    const shifted = noFraction.map(Math.abs);
    expect(signFlipTest(shifted, { draws: 999 }).leastSignificant).toBeCloseTo(
      drawn.leastSignificant ?? 0,
      1,
    );
  });

  it("is significant in at most its share of cases where the arms are alike", () => {
    const random = seededRandom(5);
    for (const attempts of [1, 2, 3]) {
      let called = 0;
      for (let round = 0; round < 400; round++) {
        const differences = Array.from({ length: 40 }, () => {
          const rate = random();
          let net = 0;
          for (let i = 0; i < attempts; i++) net += Number(random() < rate) - Number(random() < rate);
          return net / attempts;
        });
        if (signFlipTest(differences).p <= 0.05) called += 1;
      }
      expect(called / 400).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / 400));
    }
  });

  it("refuses what is no number", () => {
    expect(() => signFlipTest([Number.NaN])).toThrow(RangeError);
  });
});

describe("commonDenominator", () => {
  it.each([
    { values: [], expected: 1 },
    { values: [1, -1, 0], expected: 1 },
    { values: thirds, expected: 3 },
    { values: mixed, expected: 60 },
    { values: [1 / 3, 3 / 8, 0.7], expected: 120 },
    { values: [Math.SQRT2], expected: null },
  ])("of $values is $expected", ({ values, expected }) => {
    expect(commonDenominator(values)).toBe(expected);
  });
});
