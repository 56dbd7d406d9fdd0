import { describe, expect, test } from "vitest";
import { pairedInterval } from "./paired-interval.ts";

function repeated(counts: readonly (readonly [value: number, count: number])[]): number[] {
  return counts.flatMap(([value, count]) => Array.from({ length: count }, () => value));
}

function limits(strata: readonly (readonly number[])[], level = 0.95): [number, number] {
  const interval = pairedInterval(strata, { level });
  if (!("value" in interval)) throw new Error(interval.undefinedBecause);
  return [interval.value.low, interval.value.high];
}

describe("pairedInterval", () => {
  // Tango's score equation by scipy 1.10.1: the constrained estimate by minimize_scalar on the likelihood, not by his
  // closed form, brentq on the score. The first are the counts (Bentur 2009: 1 and 7 of 21) with which the R package
  // contingencytables of Fagerland, Lydersen and Laake shows this interval.
  test.each([
    { gained: 1, lost: 7, tasks: 21, is: [-0.5172322764, -0.0260030325] },
    { gained: 7, lost: 1, tasks: 21, is: [0.0260030325, 0.5172322764] },
    { gained: 0, lost: 0, tasks: 12, is: [-0.2424940067, 0.2424940067] },
    { gained: 0, lost: 1, tasks: 44, is: [-0.118077097, 0.0593932311] },
    { gained: 86, lost: 150, tasks: 1600, is: [-0.0589980333, -0.0213615648] },
    { gained: 30, lost: 12, tasks: 491, is: [0.0112981074, 0.0643136864] },
    { gained: 12, lost: 0, tasks: 12, is: [0.5150119867, 1] },
  ])("is Tango's for $gained gained and $lost lost of $tasks", ({ gained, lost, tasks, is }) => {
    const [low, high] = limits([
      repeated([
        [1, gained],
        [-1, lost],
        [0, tasks - gained - lost],
      ]),
    ]);
    expect(low).toBeCloseTo(is[0] ?? Number.NaN, 7);
    expect(high).toBeCloseTo(is[1] ?? Number.NaN, 7);
  });

  test("solves the same equation for shares of attempts", () => {
    // The constrained distribution by scipy 1.17's minimize (SLSQP) over -1, the values seen, and 1; brentq on the score.
    const thirds = repeated([
      [-1 / 3, 4],
      [0, 20],
      [1 / 3, 7],
      [2 / 3, 2],
    ]);
    const [low, high] = limits([thirds]);
    expect(low).toBeCloseTo(-0.0409355, 4);
    expect(high).toBeCloseTo(0.1676044, 4);
    const [lowAlike, highAlike] = limits([[0.5, 0.5, 0.5]]);
    expect(lowAlike).toBeCloseTo(-0.3422455, 5);
    expect(highAlike).toBeCloseTo(0.7807485, 5);
  });

  test("is that of all tasks for strata of one, mirrored for mirrored differences, and wider at a higher level", () => {
    const few = repeated([
      [1, 3],
      [0, 20],
      [-1 / 3, 5],
    ]);
    const [low, high] = limits([few]);
    const [mirroredLow, mirroredHigh] = limits([few.map((value) => -value)]);
    expect(mirroredLow).toBeCloseTo(-high, 9);
    expect(mirroredHigh).toBeCloseTo(-low, 9);
    const [lowWide, highWide] = limits([few], 0.99);
    expect(lowWide).toBeLessThan(low);
    expect(highWide).toBeGreaterThan(high);
    expect(limits([few, []])).toEqual([low, high]);
  });

  test("averages strata, whatever their sizes, and is never without width", () => {
    const [low, high] = limits([[0], repeated([[0, 12]]), repeated([[0, 100]])]);
    expect(low).toBeLessThan(-0.01);
    expect(high).toBeCloseTo(-low, 9);
    const interval = pairedInterval([[1], [0, 0, 0]]);
    expect("value" in interval && interval.value.estimate).toBe(0.5);
  });

  test("needs two tasks", () => {
    expect(pairedInterval([[1]])).toEqual({ undefinedBecause: expect.stringContaining("there is 1") });
    expect(pairedInterval([])).toEqual({ undefinedBecause: expect.stringContaining("there are none") });
  });
});
