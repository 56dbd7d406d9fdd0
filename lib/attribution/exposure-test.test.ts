import { describe, expect, it } from "vitest";
import { testExposure } from "./exposure-test.ts";

/** Both nulls alike. */
const both = (...passes: number[][]) => ({ givenTotal: passes, givenBaseline: passes });

describe("testExposure", () => {
  it("is the exact binomial test where every task is a fair coin", () => {
    // R: binom.test(1, 8)$p.value
    const coins = Array.from({ length: 8 }, () => [0.5, 0.5]);
    const exposed = coins.map((_, task) => ({ task, attempts: 1, passed: task === 0 ? 1 : 0 }));
    expect(testExposure(exposed, both(...coins))).toMatchObject({ passed: 1, expected: 4 });
    expect(testExposure(exposed, both(...coins)).p).toBeCloseTo(0.0703125, 12);
  });

  it("lets a third of a task's attempts share in its passes", () => {
    // Two of three attempts pass for sure, so each one by 2/3.
    const { expected, p } = testExposure([{ task: 0, attempts: 1, passed: 0 }], both([0, 0, 1, 0]));
    expect(expected).toBeCloseTo(2 / 3);
    expect(p).toBeCloseTo(2 / 3);
  });

  it("says how small p could have been, whatever came out", () => {
    const settled = both([0, 0, 0, 1], [0.9, 0.1]);
    const exposed = [
      { task: 0, attempts: 3, passed: 3 },
      { task: 1, attempts: 1, passed: 0 },
    ];
    expect(testExposure(exposed, settled)).toMatchObject({ p: 1, leastP: expect.closeTo(0.2, 12) });
  });

  it("takes the weaker of the two nulls, and nothing where they point apart", () => {
    const exposed = [{ task: 0, attempts: 2, passed: 0 }];
    const weaker = { givenTotal: [[0.01, 0.09, 0.9]], givenBaseline: [[0.2, 0.2, 0.6]] };
    expect(testExposure(exposed, weaker).p).toBeCloseTo(0.4, 12);
    const apart = { givenTotal: [[0.01, 0.09, 0.9]], givenBaseline: [[1, 0, 0]] };
    expect(testExposure(exposed, apart).p).toBe(1);
  });
});
