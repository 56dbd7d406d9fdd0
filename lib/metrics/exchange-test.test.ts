import { describe, expect, it } from "vitest";
import { changeErrors, removeAtRandom, removeFarthest } from "#bench/calibration/mixing-change-errors.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { exchangeTest } from "./exchange-test.ts";

function run(presence: number[], codes: number[], measure: (members: Uint8Array) => number, draws = 999) {
  const options = { draws, random: seededRandom(1) };
  const steps = exchangeTest(Uint8Array.from(presence), Int32Array.from(codes), measure, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const values = [1, 2, 3, 4, 5, 6, 7, 20, 30];
const meanOf = (members: Uint8Array) => {
  const kept = values.filter((_, row) => members[row] === 1);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
};
const one = values.map(() => 0);

describe("exchangeTest", () => {
  it("agrees with the exact permutation test of a mean", () => {
    // The two greatest of nine went: of 36 choices none lowers the mean as much, so p = 2 / 36.
    const found = run([3, 3, 3, 3, 3, 3, 3, 1, 1], one, meanOf, 9999);
    if ("undefinedBecause" in found) throw new Error(found.undefinedBecause);
    expect(found.value.difference).toBeCloseTo(4 - 78 / 9, 12);
    expect(found.value.expected).toBeCloseTo(0, 1);
    expect(found.value.p).toBeCloseTo(2 / 36, 2);
  });

  it("compares at matched sizes: a measure that only counts is no different", () => {
    const found = run([3, 3, 3, 3, 1, 1, 1, 1, 2], one, (members) => members.reduce((sum, x) => sum + x, 0));
    expect(found).toMatchObject({ value: { difference: -3, expected: -3, low: -3, high: -3, p: 1 } });
  });

  it("swaps within labels only, and says when there is nothing to swap", () => {
    expect(run([3, 3, 3, 3, 3, 1, 1, 1, 1], [0, 0, 0, 0, 0, 1, 1, 1, 1], meanOf)).toEqual({
      undefinedBecause: expect.stringContaining("whole labels"),
    });
  });

  it("is undefined where the measure is", () => {
    expect(run([3, 3, 3, 3, 3, 3, 3, 1, 1], one, () => Number.NaN)).toEqual({
      undefinedBecause: expect.stringContaining("undefined"),
    });
  });
});

describe("before and after", () => {
  const weak = { name: "weak", sizes: [24, 12, 6], apart: 0.5 };

  it("raises at most 5% false alarms when memories go at random, though DBI moves with n", async () => {
    const errors = await changeErrors(weak, removeAtRandom(0.4), 100);
    // 100 cases at 0.05 give more than 12 with a chance of 0.001.
    expect(errors.dbi).toBeLessThanOrEqual(0.12);
    expect(errors.lisi).toBeLessThanOrEqual(0.12);
    expect(errors.dbiDifference).toBeLessThan(-0.1);
  });

  it("sees the outlying ones go", async () => {
    expect((await changeErrors(weak, removeFarthest(0.4), 20)).dbi).toBeGreaterThan(0.4);
  });
});
