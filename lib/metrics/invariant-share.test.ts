import { describe, expect, it } from "vitest";
import { expectedShare, plantShares, recoverShares } from "#bench/calibration/invariant-recovery.ts";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { invariantShares } from "./invariant-share.ts";

const even = new Array<number>(10).fill(40);

describe("invariantShares", () => {
  it.each([
    [1, "alike"],
    [0.9, "alike"],
    [0.7, "alike"],
    [0.4, "alike"],
    [1, "few directions"],
    [0.7, "few directions"],
    [0.4, "few directions"],
    [0.1, "few directions"],
  ] as const)("recovers a planted share of %s, own parts: %s", (planted, shape) => {
    const expected = expectedShare(planted, even.length);
    // Three pools' own scatter is wider where ten means crowd in six directions.
    const tolerance = shape === "alike" ? 0.03 : 0.08;
    expect(Math.abs(recoverShares(planted, even, 3, shape).mean - expected)).toBeLessThan(tolerance);
  });

  it("is not flattered by small labels, and silent on the smallest", () => {
    const { ofLabel } = recoverShares(0.4, [150, 80, 40, 20, 7, 4, 1], 12);
    expect(ofLabel.slice(0, 5).every((share) => Math.abs(share - expectedShare(0.4, 5)) < 0.1)).toBe(true);
    expect(ofLabel.slice(5)).toEqual([Number.NaN, Number.NaN]);
  });

  it("reads about 1 where labels tell nothing", () => {
    const { matrix, labels } = plantShares(0.5, even, 3, "few directions");
    const found = invariantShares(matrix, shuffled(labels, seededRandom(4)));
    const mean = (found?.perPoint.reduce((sum, share) => sum + share, 0) ?? 0) / (found?.n ?? 0);
    expect(Math.abs(mean - 1)).toBeLessThan(0.04);
  });

  it("is the same again, and null without two labels of five rows", () => {
    const { matrix, labels } = plantShares(0.7, [6, 6], 1);
    expect(invariantShares(matrix, labels)).toEqual(invariantShares(matrix, labels));
    const few = plantShares(0.7, [30, 4, 4], 1);
    expect(invariantShares(few.matrix, few.labels)).toBeNull();
  });

  it("refuses labels that do not match the rows", () => {
    expect(() => invariantShares(plantShares(1, [5, 5], 1).matrix, ["a"])).toThrow(RangeError);
  });
});
