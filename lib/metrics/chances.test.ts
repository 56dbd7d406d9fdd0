import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { hypergeometric } from "./hypergeometric.ts";
import { mcnemar } from "./mcnemar.ts";
import { noncentralHypergeometric } from "./noncentral-hypergeometric.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { passAtK } from "./pass-at-k.ts";
import { poissonBinomial } from "./poisson-binomial.ts";

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const meanOf = (chances: readonly number[]) => sumOf(chances.map((chance, count) => chance * count));

/** n over k, exactly. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let product = 1n;
  for (let i = 1; i <= k; i++) product = (product * BigInt(n - i + 1)) / BigInt(i);
  return product;
}

/** A quotient of whole numbers that may each be beyond what a double holds. */
function ratio(a: bigint, b: bigint): number {
  return Number((a * 10n ** 18n) / b) / 1e18;
}

const counts = (random: () => number, most: number) => {
  const total = Math.floor(random() * most);
  const part = () => Math.floor(random() * (total + 1));
  return { total, marked: part(), drawn: part() };
};

describe("hypergeometric", () => {
  it("is the count of ways, for any counts", () => {
    const random = seededRandom(1);
    for (let round = 0; round < 150; round++) {
      const { total, marked, drawn } = counts(random, 60);
      hypergeometric(total, marked, drawn).forEach((chance, i) => {
        const ways = choose(marked, i) * choose(total - marked, drawn - i);
        expect(chance).toBeCloseTo(ratio(ways, choose(total, drawn)), 12);
      });
    }
  });

  it("adds up to 1 and has the mean of the share drawn, also where the first terms vanish", () => {
    const random = seededRandom(2);
    for (let round = 0; round < 60; round++) {
      const { total, marked, drawn } = counts(random, 5000);
      const chances = hypergeometric(total, marked, drawn);
      expect(sumOf(chances)).toBeCloseTo(1, 9);
      expect(meanOf(chances) / Math.max(1, total)).toBeCloseTo((marked * drawn) / Math.max(1, total) ** 2, 8);
    }
  });

  it("does not care which of the two is drawn and which is marked", () => {
    const chances = hypergeometric(40, 9, 17);
    hypergeometric(40, 17, 9).forEach((chance, i) => {
      expect(chance).toBeCloseTo(chances[i] ?? 0, 12);
    });
  });

  it.each([
    [0, 0, 0],
    [5, 0, 0],
    [5, 5, 0],
    [5, 0, 5],
  ])("is sure of none, of %d with %d marked and %d drawn", (total, marked, drawn) => {
    expect(hypergeometric(total, marked, drawn)).toEqual([1]);
  });
});

describe("noncentralHypergeometric", () => {
  it("is the ordinary one at even odds", () => {
    const random = seededRandom(3);
    for (let round = 0; round < 100; round++) {
      const { total, marked: successes, drawn: here } = counts(random, 60);
      const ordinary = hypergeometric(total, successes, here);
      noncentralHypergeometric(successes, here, total - here).forEach((chance, i) => {
        expect(chance).toBeCloseTo(ordinary[i] ?? 0, 10);
      });
    }
  });

  it("moves successes here as the odds here grow, and all the way at endless odds", () => {
    const means = [-40, -2, -0.1, 0, 0.1, 2, 40].map((odds) =>
      meanOf(noncentralHypergeometric(7, 10, 12, odds)),
    );
    expect(means).toEqual(means.toSorted((a, b) => a - b));
    expect(means[0]).toBeCloseTo(0, 9);
    expect(means.at(-1)).toBeCloseTo(7, 9);
  });

  it("seen from the other side has the opposite odds", () => {
    const here = noncentralHypergeometric(6, 8, 5, 0.7);
    const there = noncentralHypergeometric(6, 5, 8, -0.7);
    there.forEach((chance, i) => {
      expect(chance).toBeCloseTo(here[6 - i] ?? 0, 12);
    });
  });
});

describe("poissonBinomial", () => {
  it("finds the interval that counting every combination finds", () => {
    const random = seededRandom(4);
    for (let round = 0; round < 40; round++) {
      const chances = Array.from({ length: Math.floor(random() * 9) }, () => random());
      const shares = new Array<number>(chances.length + 1).fill(0);
      for (let which = 0; which < 2 ** chances.length; which++) {
        const happens = chances.map((_, i) => ((which >> i) & 1) === 1);
        const chance = chances.reduce((product, each, i) => product * (happens[i] ? each : 1 - each), 1);
        const count = happens.filter(Boolean).length;
        shares[count] = (shares[count] ?? 0) + chance;
      }
      const reached = (share: number) =>
        shares.findIndex((_, i) => sumOf(shares.slice(0, i + 1)) >= share - 1e-12);
      const { mean, low, high } = poissonBinomial(chances);
      expect(mean).toBeCloseTo(sumOf(chances), 12);
      expect([low, high]).toEqual([reached(0.025), reached(0.975)]);
    }
  });

  it("is as sure as its chances are, in any order and beside events that cannot happen", () => {
    expect(poissonBinomial([1, 1, 1, 0])).toEqual({ mean: 3, low: 3, high: 3 });
    const chances = [0.1, 0.5, 0.9, 0.3];
    expect(poissonBinomial([0, ...chances.toReversed(), 0])).toEqual({
      ...poissonBinomial(chances),
      mean: expect.closeTo(1.8, 12),
    });
  });

  it("widens with the level, around the mean, for thousands of events too", () => {
    const chances = Array.from({ length: 4000 }, (_, i) => (i % 10) / 100);
    const [narrow, wide] = [poissonBinomial(chances, 0.5), poissonBinomial(chances, 0.99)];
    expect(wide.low).toBeLessThan(narrow.low);
    expect(narrow.low).toBeLessThan(180);
    expect(narrow.high).toBeGreaterThan(180);
    expect(wide.high).toBeGreaterThan(narrow.high);
  });
});

describe("mcnemar", () => {
  it("is the tails of a fair coin, counted", () => {
    for (let n = 1; n <= 60; n++) {
      for (let gained = 0; gained <= n; gained++) {
        let ways = 0n;
        for (let i = 0; i <= Math.min(gained, n - gained); i++) ways += choose(n, i);
        const { p, discordant } = mcnemar(gained, n - gained);
        expect(discordant).toBe(n);
        expect(p).toBeCloseTo(Math.min(1, 2 * ratio(ways, 2n ** BigInt(n))), 11);
      }
    }
  });

  it("gets no surer by a more even split of as many", () => {
    for (const n of [7, 40, 2500]) {
      const ps = Array.from({ length: Math.floor(n / 2) + 1 }, (_, lost) => mcnemar(n - lost, lost).p);
      expect(ps).toEqual(ps.toSorted((a, b) => a - b));
    }
  });
});

describe("passAtK", () => {
  it("is 1 less the share of draws that hold failures only", () => {
    for (let n = 1; n <= 12; n++) {
      for (let passed = 0; passed <= n; passed++) {
        for (let k = 1; k <= n; k++) {
          const found = passAtK(n, passed, k);
          const allFail = ratio(choose(n - passed, k), choose(n, k));
          expect("value" in found && found.value).toBeCloseTo(1 - allFail, 12);
        }
      }
    }
  });

  it("names what was asked for and what there is", () => {
    const none = passAtK(0, 0, 5);
    expect("undefinedBecause" in none && none.undefinedBecause).toMatch(/pass@5.*are 0/);
  });
});

describe("normalQuantile", () => {
  it("rises, and is the same on both sides of the middle", () => {
    const shares = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);
    const values = shares.map(normalQuantile);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    values.forEach((value, i) => {
      expect(value + (values[998 - i] as number)).toBeCloseTo(0, 7);
    });
  });

  it("has the normal density between its values, across the seams of the approximation", () => {
    for (const share of [0.001, 0.02424, 0.02426, 0.2, 0.5, 0.97574, 0.97576, 0.999]) {
      const step = 1e-5 * Math.min(share, 1 - share);
      const slope = (normalQuantile(share + step) - normalQuantile(share - step)) / (2 * step);
      const density = Math.exp(-(normalQuantile(share) ** 2) / 2) / Math.sqrt(2 * Math.PI);
      expect(slope * density).toBeCloseTo(1, 3);
    }
  });

  it.each([0, 1, -0.1, 1.1, Number.NaN])("has no value at %d", (share) => {
    expect(() => normalQuantile(share)).toThrow(RangeError);
  });
});
