import { describe, expect, it } from "vitest";
import { comparableTimes, comparedPoints } from "./compared-points.ts";

const at = (minute: number) => ({ asOf: `2026-01-01T08:0${minute}:00.000Z` });
const points = [at(1), at(3), at(5)] as const;

describe("the two measurements that are compared", () => {
  it("are the newest and the one before it, unless a time is asked for", () => {
    expect(comparedPoints(points, null)).toEqual({ before: points[1], after: points[2] });
    expect(comparedPoints(points, at(1).asOf)).toEqual({ before: points[0], after: points[2] });
    expect(comparedPoints(points, at(2).asOf)).toEqual({ before: points[0], after: points[2] });
  });

  it.each<[readonly { asOf: string }[], string | null, string]>([
    [[at(1)], null, "one measurement alone"],
    [points, at(0).asOf, "a time before the first"],
    [points, at(5).asOf, "a state that still holds: the type has not changed since"],
    [[], null, "nothing measured"],
  ])("are none for %#: %s", (measured, compareTo) => {
    expect(comparedPoints(measured, compareTo)).toBeNull();
  });
});

describe("the times to compare with", () => {
  it("are one for each round of measuring, newest first, and never the newest of a type", () => {
    const histories = [
      { type: "summary" as const, points: [at(1), at(3), at(5)] },
      { type: "insight" as const, points: [at(2), at(6)] },
      { type: "all" as const, points: [at(4)] },
    ];
    expect(comparableTimes(histories)).toEqual([at(3).asOf, at(2).asOf]);
    expect(comparableTimes([])).toEqual([]);
  });
});
