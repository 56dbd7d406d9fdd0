import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";
import { discreteFalseDiscovery } from "./discrete-false-discovery.ts";
import { firstNonFinite } from "./first-non-finite.ts";
import { labelCodes } from "./label-codes.ts";
import { drawHalf, drawWithReplacement, labelUnits } from "./label-units.ts";
import { matrixFromRows } from "./matrix.ts";
import { intervalByRatio } from "./measure-interval.ts";
import { quantile } from "./quantile.ts";
import { shuffleInPlace, summarizePermutations } from "./shuffled-labels.ts";
import { summarize } from "./summarize.ts";

const numbers = (random: () => number, length: number) =>
  Float64Array.from({ length }, () => random() * 10 - 5);

describe("labelCodes", () => {
  it("gives every row its label back, and counts as many as there are", () => {
    const random = seededRandom(1);
    const labels = Array.from(
      { length: 200 },
      () => ["b", "Ä", "a", "10", "9", ""][Math.floor(random() * 6)] as string,
    );
    const { codes, names, sizes } = labelCodes(labels);
    expect([...codes].map((code) => names[code])).toEqual(labels);
    expect(sizes).toEqual(names.map((name) => labels.filter((label) => label === name).length));
    expect(names).toEqual([...new Set(labels)].sort());
  });

  it("numbers labels alike in whatever order the rows stand", () => {
    const labels = ["z", "a", "m", "a", "z", "z"];
    const { names, sizes } = labelCodes(shuffled(labels, seededRandom(2)));
    expect({ names, sizes }).toEqual({ names: ["a", "m", "z"], sizes: [2, 1, 3] });
  });

  it("takes a number for its text, and no rows", () => {
    expect(labelCodes([1, "1", 2]).names).toEqual(["1", "2"]);
    expect(labelCodes([])).toEqual({ codes: new Int32Array(0), names: [], sizes: [] });
  });
});

describe("labelUnits", () => {
  const codes = Int32Array.of(0, 0, 0, 1, 1, 1, 1);
  const tasks = ["s", "s", "t", "s", "u", "u", "v"];
  const units = labelUnits(codes, 2, tasks);

  it("puts rows together of one label and one task, and no others", () => {
    expect([...units.of]).toEqual([0, 0, 1, 2, 3, 3, 4]);
    expect(units).toMatchObject({
      count: 5,
      byLabel: [
        [0, 1],
        [2, 3, 4],
      ],
    });
    expect(labelUnits(codes, 2).count).toBe(7);
  });

  it("does not take label 1 of task 2 for label 12 of no task", () => {
    expect(labelUnits(Int32Array.of(1, 12), 13, ["2 3", "3"]).count).toBe(2);
  });

  it("draws half of each label's units, whole ones, and an odd one half the time", () => {
    const random = seededRandom(3);
    let ofOdd = 0;
    for (let round = 0; round < 2000; round++) {
      const half = drawHalf(units, random);
      expect(half[0]).toBe(half[1]);
      expect(half[4]).toBe(half[5]);
      expect((half[0] as number) + (half[2] as number)).toBe(1);
      const drawn = (half[3] as number) + (half[4] as number) + (half[6] as number);
      expect([1, 2]).toContain(drawn);
      ofOdd += drawn;
    }
    // 1.5 on average, with a standard deviation of .011.
    expect(Math.abs(ofOdd / 2000 - 1.5)).toBeLessThan(0.05);
  });

  it("draws as many units of a label as it has, each as often as every other", () => {
    const random = seededRandom(4);
    const total = new Float64Array(7);
    for (let round = 0; round < 2000; round++) {
      const times = drawWithReplacement(units, random);
      expect((times[0] as number) + (times[2] as number)).toBe(2);
      expect((times[3] as number) + (times[4] as number) + (times[6] as number)).toBe(3);
      times.forEach((count, row) => {
        total[row] = (total[row] as number) + count;
      });
    }
    // 1 on average; standard deviations of at most .019.
    for (const sum of total) expect(Math.abs(sum / 2000 - 1)).toBeLessThan(0.08);
  });
});

describe("shuffleInPlace", () => {
  it("moves labels and makes none", () => {
    const codes = Int32Array.from({ length: 100 }, (_, i) => i % 5);
    const before = [...codes];
    shuffleInPlace(codes, seededRandom(5));
    expect([...codes]).not.toEqual(before);
    expect([...codes].sort()).toEqual(before.sort());
  });
});

describe("quantile and summarize", () => {
  it("have numpy's values", () => {
    // numpy 2: quantile([1, 2, 4, 8], [0, .1, .5, .9, 1])
    const sorted = Float64Array.of(1, 2, 4, 8);
    for (const [share, expected] of [
      [0, 1],
      [0.1, 1.3],
      [0.5, 3],
      [0.9, 6.8],
      [1, 8],
    ] as const)
      expect(quantile(sorted, share)).toBeCloseTo(expected, 12);
    expect([0, 0.3, 1].map((share) => quantile(Float64Array.of(7), share))).toEqual([7, 7, 7]);
  });

  it("agree on the median, whatever the order, and leave the values alone", () => {
    const random = seededRandom(6);
    for (let length = 1; length < 30; length++) {
      const values = numbers(random, length);
      const before = values.slice();
      const { mean, median } = summarize(values);
      expect(median).toBeCloseTo(quantile(values.toSorted(), 0.5), 12);
      expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / length, 12);
      expect(values).toEqual(before);
    }
    expect(summarize([])).toEqual({ mean: Number.NaN, median: Number.NaN });
  });

  it("put the middle 95% of permutations around their mean", () => {
    const { mean, low, high, permutations } = summarizePermutations(
      Float64Array.from({ length: 201 }, (_, i) => 200 - i),
    );
    expect([mean, low, high, permutations]).toEqual([100, 5, 195, 201]);
  });
});

describe("intervalByRatio", () => {
  it("lies around the value by one factor, wider for resamples that scatter more", () => {
    const random = seededRandom(7);
    const scatter = (by: number) => Float64Array.from({ length: 200 }, () => Math.exp(by * (random() - 0.5)));
    const [narrow, wide] = [intervalByRatio(3, scatter(0.1)), intervalByRatio(3, scatter(1))];
    for (const { low, high } of [narrow, wide]) expect(low * high).toBeCloseTo(9, 9);
    expect(wide.high).toBeGreaterThan(narrow.high);
    // Logarithms spread evenly over .1 have a standard deviation of .1 / sqrt(12).
    expect(Math.log(narrow.high / 3)).toBeCloseTo((1.96 * 0.1) / Math.sqrt(12), 2);
  });

  it("is not led astray by resamples without a logarithm", () => {
    const values = Float64Array.of(1, 2, 3);
    const { low, high } = intervalByRatio(2, values);
    const more = intervalByRatio(2, Float64Array.of(...values, 0, Number.NaN, Infinity, -1));
    expect([more.low, more.high]).toEqual([low, high]);
  });
});

describe("matrixFromRows and firstNonFinite", () => {
  it("name the row that does not fit", () => {
    expect(() => matrixFromRows([[1, 2], [3, 4], [5]])).toThrow(/Row 2.*1 columns.*2/);
    expect(matrixFromRows([])).toEqual({ data: new Float64Array(0), rows: 0, columns: 0 });
    for (const bad of [Number.NaN, Infinity, -Infinity])
      expect(
        firstNonFinite(
          matrixFromRows([
            [1, 2],
            [3, bad],
            [bad, 4],
          ]),
        ),
      ).toBe(1);
    expect(firstNonFinite(matrixFromRows([[1e308, -1e308]]))).toBe(-1);
  });
});

describe("false discoveries", () => {
  it("adjusts as the definition says: the least p m / rank of all that are no smaller", () => {
    const random = seededRandom(8);
    for (let round = 0; round < 50; round++) {
      const ps = Array.from({ length: 1 + Math.floor(random() * 12) }, () => Math.floor(random() * 20) / 20);
      const rank = (p: number) => ps.filter((other) => other <= p).length;
      const expected = ps.map((p) =>
        Math.min(1, ...ps.filter((other) => other >= p).map((other) => (other * ps.length) / rank(other))),
      );
      benjaminiHochberg(ps).forEach((q, i) => {
        expect(q).toBeCloseTo(expected[i] as number, 12);
      });
    }
  });

  it("gives no clearer finding a larger q, in whatever order tests come", () => {
    const random = seededRandom(9);
    const tests = Array.from({ length: 30 }, () => {
      const least = 0.5 ** (2 + Math.floor(random() * 8));
      const possible = [
        { p: least, chance: least },
        { p: 4 * least, chance: 3 * least },
      ];
      return { possible, p: random() < 0.4 ? null : random() < 0.5 ? least : 4 * least };
    });
    const found = discreteFalseDiscovery(tests);
    const byP = tests
      .flatMap(({ p }, i) => (p === null ? [] : [{ p, q: found[i]?.q as number }]))
      .sort((a, b) => a.p - b.p);
    expect(byP.map(({ q }) => q)).toEqual(byP.map(({ q }) => q).toSorted((a, b) => a - b));
    expect(discreteFalseDiscovery(tests.toReversed()).toReversed()).toEqual(
      found.map(
        (finding) =>
          finding && { q: expect.closeTo(finding.q, 12), byChance: expect.closeTo(finding.byChance, 12) },
      ),
    );
  });
});
