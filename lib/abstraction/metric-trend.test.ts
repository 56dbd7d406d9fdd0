import { describe, expect, it } from "vitest";
import { metricTrend } from "./metric-trend.ts";
import { type AbstractionResult, resultVersion } from "./schema.ts";
import type { MetricHistoryPoint } from "./view.ts";

const interval = { low: 2, high: 3, level: 0.95, resamples: 200 };
const lisi: NonNullable<AbstractionResult["lisi"]> = {
  mean: 1.5,
  median: 1.4,
  interval: { ...interval, low: 1.3, high: 1.7 },
  perplexity: 30,
  requestedPerplexity: 30,
  randomLabelMean: 1.9,
  randomLabelInterval: [1.8, 2],
  ofRandomLabels: 0.8,
  permutations: 200,
  seed: 1,
};

function point(asOf: string, over: Partial<AbstractionResult>, releases: string[] = []): MetricHistoryPoint {
  const dbi = { dbi: null, dbiInterval: null, dbiShuffled: null, dbiOfShuffled: null };
  const empty: AbstractionResult = {
    version: resultVersion,
    n: 9,
    labels: {},
    ...dbi,
    lisi: null,
    invariantShare: null,
  };
  const result: AbstractionResult = { ...empty, ...over };
  return { id: asOf, asOf, until: asOf, inputHash: asOf, releases, result, change: null };
}

const [first, second] = ["2026-01-01T08:00:00.000Z", "2026-01-02T08:00:00.000Z"];
const histories = [
  {
    type: "insight" as const,
    points: [point(first, { dbi: 2.5, dbiInterval: interval, lisi }), point(second, { dbi: 2.7 }, ["v1"])],
  },
  { type: "all" as const, points: [point("2026-01-02T08:00:01.000Z", { lisi }, ["v1"])] },
];

describe("the trend of a metric", () => {
  it("is a line per type with the intervals it has, in time", () => {
    expect(metricTrend(histories, "dbi").lines).toEqual([
      {
        type: "insight",
        points: [
          { at: Date.parse(first), value: 2.5, low: 2, high: 3 },
          { at: Date.parse(second), value: 2.7, low: null, high: null },
        ],
      },
    ]);
  });

  it("has no point where the metric was undefined, and none of 0", () => {
    const { lines } = metricTrend(histories, "lisi");
    expect(lines.map(({ type, points }) => [type, points.length])).toEqual([
      ["insight", 1],
      ["all", 1],
    ]);
    expect(lines[0]?.points[0]).toMatchObject({ value: 1.5, low: 1.3, high: 1.7 });
    expect(metricTrend([], "lisi")).toEqual({ lines: [], releases: [] });
  });

  it("shows a release once, though every type was measured before it", () => {
    expect(metricTrend(histories, "dbi").releases).toEqual([
      { at: Date.parse("2026-01-02T08:00:01.000Z"), names: "v1" },
    ]);
  });
});
