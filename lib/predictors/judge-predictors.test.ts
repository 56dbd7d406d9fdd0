import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { judgePredictors } from "./judge-predictors.ts";
import { simulatePredictors } from "./simulations/simulate-predictors.ts";

const yesNo = (values: number[]) => ({ kind: "lint rule" as const, name: "rule", isYesNo: true, values });

describe("what foretells harm", () => {
  it("reads .5 for a random rule on average, and at chance", () => {
    const areas = Array.from({ length: 60 }, (_, seed) => {
      const random = seededRandom(seed + 1);
      const effects = Array.from({ length: 120 }, () => random() - 0.5);
      return judgePredictors([yesNo(effects.map(() => Number(random() < 0.4)))], effects).rows[0]?.auc ?? 0;
    });
    expect(areas.reduce((sum, area) => sum + area, 0) / areas.length).toBeCloseTo(0.5, 1);
  });

  it("reads above .8 for a planted rule, with its interval, and finds it among forty random ones", () => {
    const { rows, found } = judgePredictors(
      ...simulatePredictors({ memories: 200, random: 40, planted: 0.9 }, 3),
    );
    expect(rows[0]).toMatchObject({ name: "planted", reading: "harm" });
    expect(rows[0]?.auc).toBeGreaterThan(0.8);
    expect(rows[0]?.ci?.[0]).toBeGreaterThan(0.7);
    expect(found).toBe(1);
  });

  it("equals scipy's exact p for a yes or no", () => {
    // Twelve below the median, eight of them flagged; twelve above, two of them flagged.
    const effects = Array.from({ length: 24 }, (_, i) => (i < 12 ? -1 - i : 1 + i));
    const flags = effects.map((_, i) => Number(i < 8 || i === 12 || i === 13));
    const row = judgePredictors([yesNo(flags)], effects).rows[0];
    // scipy.stats.fisher_exact([[8, 4], [2, 10]]).pvalue
    expect(row?.p).toBeCloseTo(0.03607484183604792, 10);
    expect(row).toMatchObject({ memories: 24, flagged: 10, auc: expect.closeTo(0.75, 10) });
  });

  it("says what is missing instead of a number", () => {
    const effects = Array.from({ length: 40 }, (_, i) => i);
    const rows = judgePredictors([yesNo(effects.map((i) => Number(i < 3)))], effects).rows;
    expect(rows[0]).toMatchObject({
      auc: null,
      q: null,
      reading: "few",
      missing: "Too few: 3 of 5 memories with it.",
    });
    expect(judgePredictors([yesNo([1, 0, 1, 0])], [1, 2, 3, 4]).rows[0]?.missing).toContain("of 10 memories");
  });

  it("leaves out memories at the median effect, and counts what chance alone gives", () => {
    const effects = [
      ...Array.from({ length: 15 }, () => -1),
      0,
      0,
      0,
      ...Array.from({ length: 15 }, () => 1),
    ];
    const report = judgePredictors([yesNo(effects.map((_, i) => i % 2))], effects);
    expect(report.rows[0]?.memories).toBe(30);
    expect(report).toMatchObject({ tested: 1, smallByChance: 0.05, memories: 33 });
  });

  it("names anything in at most one of twenty pools where nothing is planted", () => {
    let named = 0;
    for (let seed = 1; seed <= 150; seed++)
      if (
        judgePredictors(...simulatePredictors({ memories: 120, random: 30, planted: null }, seed)).found > 0
      )
        named += 1;
    expect(named / 150).toBeLessThanOrEqual(0.05);
  });
});
