import { describe, expect, it } from "vitest";
import type { MeasureInterval } from "#lib/metrics/measure-interval.ts";
import { comparableTimes, comparedPoints } from "./compared-points.ts";
import { labelOf } from "./label-of.ts";
import { reportableDbiInterval, reportableLisiInterval } from "./reportable-interval.ts";
import { abstractionParams } from "./schema.ts";

const at = (...days: number[]) =>
  days.map((day) => ({ asOf: `2026-05-${String(day).padStart(2, "0")}T00:00:00.000Z` }));

describe("comparedPoints", () => {
  const points = at(1, 3, 5);

  it.each([
    [null, 3, "the one before the newest"],
    ["2026-05-03T00:00:00.000Z", 3, "one at that very time"],
    ["2026-05-04T23:59:59.999Z", 3, "the newest until then"],
    ["2026-05-02T00:00:00.000Z", 1, "an older one"],
  ] as const)("compares the newest with that of %s: day %i, %s", (compareTo, day, _why) => {
    expect(comparedPoints(points, compareTo)).toEqual({ before: at(day)[0], after: points.at(-1) });
  });

  it.each([
    ["nothing measured", [], null],
    ["one measurement", at(1), null],
    ["nothing so old", points, "2026-04-30T00:00:00.000Z"],
    ["the newest itself", points, "2026-05-05T00:00:00.000Z"],
    ["a time to come", points, "2027-01-01T00:00:00.000Z"],
  ])("has nothing to compare where there is %s", (_what, given, compareTo) => {
    expect(comparedPoints(given, compareTo)).toBeNull();
  });
});

describe("comparableTimes", () => {
  it("is empty where nothing was measured twice", () => {
    expect(comparableTimes([])).toEqual([]);
    expect(
      comparableTimes([
        { type: "insight", points: at(1) },
        { type: "workflow", points: [] },
      ]),
    ).toEqual([]);
  });

  it("gives the end of each round, newest first, and never the newest measurement of a type", () => {
    const times = comparableTimes([
      { type: "insight", points: at(1, 5, 9) },
      { type: "workflow", points: at(2, 6, 10) },
    ]);
    expect(times).toEqual([at(6)[0]?.asOf, at(2)[0]?.asOf]);
  });

  it("begins a round with the second measurement of a type, though others were not measured", () => {
    const times = comparableTimes([
      { type: "insight", points: at(1, 2, 3, 9) },
      { type: "workflow", points: at(2, 9) },
    ]);
    expect(times).toHaveLength(3);
    expect(times).toEqual([...times].sort().reverse());
  });

  it("does not depend on the order of the types", () => {
    const histories = [
      { type: "insight" as const, points: at(1, 4, 8) },
      { type: "summary" as const, points: at(2, 5, 8) },
      { type: "workflow" as const, points: at(3, 6, 8) },
    ];
    expect(comparableTimes(histories.toReversed())).toEqual(comparableTimes(histories));
  });
});

describe("labelOf", () => {
  const memory: Parameters<typeof labelOf>[0] = {
    id: "1",
    benchmark: "Alpha",
    task: "t",
    outcome: "passed",
    lifecycle: "active",
    generator: null,
    sourceModel: "",
    tags: ["kept", ""],
  };

  it.each([
    [{ label: "benchmark" }, "Alpha"],
    [{ label: "generator" }, "(unknown)"],
    [{ label: "sourceModel" }, ""],
    [{ label: "tag", tag: "kept" }, "kept"],
    [{ label: "tag", tag: "Kept" }, "(others)"],
    [{ label: "tag", tag: "gone" }, "(others)"],
  ] as const)("by %j is %j", (options, label) => {
    expect(labelOf(memory, options)).toBe(label);
  });
});

describe("an interval is shown only where simulations say that it holds", () => {
  const interval: MeasureInterval = { low: 1, high: 2, level: 0.95, resamples: 100 } as MeasureInterval;
  const units = (count: number) => ({ count }) as Parameters<typeof reportableLisiInterval>[2];
  const shuffled = { mean: 9, low: 8, high: 10, permutations: 100 } as Parameters<
    typeof reportableDbiInterval
  >[2];

  it.each([
    [11, "No interval: it needs at least 12 tasks, and there are 11."],
    [1, "No interval: it needs at least 12 tasks, and there is 1."],
    [0, "No interval: it needs at least 12 tasks, and there are 0."],
  ])("not of %i tasks, and says so", (count, because) => {
    expect(reportableDbiInterval(interval, 3, shuffled, units(count))).toEqual({
      dbiInterval: null,
      dbiNoIntervalBecause: because,
    });
    expect(reportableLisiInterval(interval, 3, units(count))).toEqual({
      interval: null,
      noIntervalBecause: because,
    });
  });

  it("of 12 tasks on", () => {
    expect(reportableDbiInterval(interval, 7.9, shuffled, units(12))).toEqual({ dbiInterval: interval });
    expect(reportableLisiInterval(interval, 1.01, units(12))).toEqual({ interval });
  });

  it.each([8, 9, 11])("not of a DBI of %d, which shuffled labels give too", (dbi) => {
    expect(reportableDbiInterval(interval, dbi, shuffled, units(99)).dbiNoIntervalBecause).toMatch(
      /centroids are noise\.$/,
    );
  });

  it.each([1, 1.0099])("not of a LISI of %d, where nearly all are among their own", (mean) => {
    expect(reportableLisiInterval(interval, mean, units(99)).noIntervalBecause).toMatch(
      /^No interval: .*label.*\.$/,
    );
  });
});

describe("what a measurement is asked for with", () => {
  it("has the defaults of the paper", () => {
    expect(abstractionParams.parse({})).toEqual({ label: "benchmark", perplexity: 30, on: "vectors" });
  });

  it.each([
    [{ perplexity: 0.99 }, "Perplexity must be 1 or more"],
    [{ perplexity: 501 }, "Perplexity must be 500 or less"],
    [{ label: "tag" }, expect.stringMatching(/tag/)],
  ])("refuses %j: %s", (input, sentence) => {
    const parsed = abstractionParams.safeParse(input);
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([sentence]);
  });

  it.each([
    { perplexity: Number.NaN },
    { perplexity: "30" },
    { label: "color" },
    { on: "moon" },
    { type: "note" },
    { label: "tag", tag: "" },
  ])("refuses %j", (input) => {
    expect(abstractionParams.safeParse(input).success).toBe(false);
  });
});
