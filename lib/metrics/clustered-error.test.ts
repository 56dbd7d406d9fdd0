import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { clusteredError } from "./clustered-error.ts";
import { simulateClusters } from "./simulate-clusters.ts";
import { studentQuantile } from "./student-quantile.ts";

describe("clusteredError", () => {
  const values = [0, -1, 1 / 3, 0, 0, -1 / 3, -1, 0, 1, 0, -2 / 3, 0];
  const clusters = [..."000001112234"];

  it("equals statsmodels, and takes t of the effective clusters", () => {
    // statsmodels 0.15: OLS(y, ones).fit(cov_type="cluster", cov_kwds={"groups": g}).bse;
    // numpy: y.std(ddof=1) / sqrt(n); scipy: mean +- t.ppf(.975, 144 / 40 - 1) * bse.
    const found = clusteredError(values, clusters);
    if (!("value" in found)) throw new Error(found.undefinedBecause);
    expect(found.value.se).toBeCloseTo(0.15510987, 8);
    expect(found.value.independentSe).toBeCloseTo(0.1613199621584287, 12);
    expect(found.value.designEffect).toBeCloseTo((0.15510987 / 0.16131996) ** 2, 6);
    expect(found.value).toMatchObject({ clusters: 5, effectiveClusters: 3.6, level: 0.95 });
    expect(found.value.low).toBeCloseTo(-0.6783892978149424, 4);
    expect(found.value.high).toBeCloseTo(0.4006115200371645, 4);
  });

  it("is the ordinary error where every observation is a cluster of its own", () => {
    const found = clusteredError(
      values,
      values.map((_, i) => String(i)),
    );
    if (!("value" in found)) throw new Error(found.undefinedBecause);
    expect(found.value.designEffect).toBeCloseTo(1, 12);
  });

  it("says why there is none, and that nothing varies", () => {
    expect(clusteredError([1, 0], ["a", "b"])).toEqual({
      undefinedBecause: expect.stringContaining("there are 2"),
    });
    expect(clusteredError([0, 0, 0], ["a", "b", "c"])).toMatchObject({
      value: { designEffect: null, se: 0 },
    });
  });

  it.each([
    { why: "even repositories", sizes: Array(12).fill(40) },
    // The repositories of SWE-bench Verified.
    { why: "one of half the tasks", sizes: [231, 75, 44, 34, 32, 22, 22, 19, 10, 8, 2, 1] },
  ])("holds the truth where repositories differ, and intervals over tasks do not: $why", ({ sizes }) => {
    const { clustered, independent } = simulateClusters(
      { sizes, spread: 0.1, repeats: 400 },
      seededRandom(7),
    );
    expect(clustered).toBeGreaterThan(0.95 - 2 * Math.sqrt((0.95 * 0.05) / 400));
    expect(independent).toBeLessThan(0.85);
  });
});

describe("studentQuantile", () => {
  // scipy 1.17.1: stats.t.isf(tails / 2, df)
  it.each([
    [0.05, 1, 12.706204736174705],
    [0.05, 1.5, 6.016663104427933],
    [0.05, 2, 4.302652729749464],
    [0.05, 2.87, 3.265571291421111],
    [0.05, 5, 2.5705818356363155],
    [0.05, 11, 2.2009851600916392],
    [0.05, 60.5, 1.999957862314492],
    [0.01, 3, 5.840909309733357],
    [0.1, 4.2, 2.1030107450099362],
  ])("of %f with %f degrees is %f", (tails, df, expected) => {
    expect(Math.abs(studentQuantile(tails, df) / expected - 1)).toBeLessThan(df < 2 ? 1.1e-2 : 1e-3);
  });

  it("refuses what is no share or less than a degree", () => {
    expect(() => studentQuantile(0, 5)).toThrow(RangeError);
    expect(() => studentQuantile(0.05, 0.5)).toThrow(RangeError);
  });
});
