import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "./random.ts";

const draw = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

describe("seededRandom", () => {
  // The numbers of mulberry32 as its author published it; stored layouts depend on them.
  it("gives the numbers it always gave", () => {
    expect(draw(0, 3)).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]);
    expect(draw(1, 2)).toEqual([0.6270739405881613, 0.002735721180215478]);
  });

  it("gives the same numbers for the same seed, whoever else draws in between", () => {
    const [one, other] = [seededRandom(9), seededRandom(9)];
    const noise = seededRandom(10);
    for (let i = 0; i < 100; i++) {
      noise();
      expect(one()).toBe(other());
    }
  });

  it.each([
    ["another seed", 5, 6, false],
    ["a seed and the one 2^32 above it", 5, 5 + 2 ** 32, true],
    ["a negative seed and its low 32 bits", -1, 0xffffffff, true],
    ["a seed's fraction", 7, 7.9, true],
  ])("by %s: %d and %d, alike: %s", (_what, one, other, isAlike) => {
    expect(draw(one, 5).join() === draw(other, 5).join()).toBe(isAlike);
  });

  it.each([0, 1, 42, -7, 0xffffffff])("spreads evenly over [0, 1) from seed %d", (seed) => {
    const numbers = draw(seed, 20_000);
    const bins = new Array<number>(10).fill(0);
    for (const number of numbers) {
      expect(number >= 0 && number < 1).toBe(true);
      bins[Math.floor(number * 10)] = (bins[Math.floor(number * 10)] ?? 0) + 1;
    }
    // A bin's count has a standard deviation of 42; chi-square of 9 degrees is below 33.7 in 9,999 of 10,000.
    const chiSquare = bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chiSquare).toBeLessThan(33.7);
  });

  it("does not let a number tell the next one", () => {
    const numbers = draw(3, 20_000);
    const products = numbers.slice(1).reduce((sum, x, i) => sum + (x - 0.5) * ((numbers[i] ?? 0) - 0.5), 0);
    // Correlation has a standard deviation of 1 / sqrt(n) = .007.
    expect(Math.abs((12 * products) / numbers.length)).toBeLessThan(0.03);
  });
});

describe("shuffled", () => {
  it("keeps every value, as often as it was there, and leaves the list alone", () => {
    const random = seededRandom(4);
    for (const length of [0, 1, 2, 3, 50]) {
      const values = Object.freeze(Array.from({ length }, (_, i) => i % 7));
      expect(shuffled(values, random).toSorted()).toEqual([...values].toSorted());
      expect(values).toEqual(Array.from({ length }, (_, i) => i % 7));
    }
  });

  it("gives each order as often as every other", () => {
    const random = seededRandom(5);
    const seen = new Map<string, number>();
    for (let round = 0; round < 12_000; round++) {
      const order = shuffled(["a", "b", "c"], random).join("");
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
    // 2,000 expected, with a standard deviation of 41.
    for (const count of seen.values()) expect(Math.abs(count - 2000)).toBeLessThan(170);
  });

  it("draws once for every value but the first", () => {
    let draws = 0;
    const random = () => {
      draws++;
      return 0.999;
    };
    expect(shuffled([1, 2, 3, 4], random)).toEqual([1, 2, 3, 4]);
    expect(draws).toBe(3);
  });
});
