import { expect, it } from "vitest";
import { combinedInterval, exactInterval } from "./combined-interval.ts";

it("equals scipy's exact interval of a share", () => {
  // scipy.stats.binomtest(7, 10).proportion_ci(), and (0, 3)
  const [low, high] = exactInterval({ passed: 7, scored: 10 });
  expect(low).toBeCloseTo(0.3475471499399921, 10);
  expect(high).toBeCloseTo(0.9332604888222655, 10);
  expect(exactInterval({ passed: 0, scored: 3 })).toEqual([0, expect.closeTo(0.7075982261787133, 10)]);
});

it("puts the distances of each share together, as of a difference of two", () => {
  // d = .7 - .25; d - sqrt((.7 - l1)^2 + (u2 - .25)^2) and d + sqrt((u1 - .7)^2 + (.25 - l2)^2), with scipy's l and u of
  // 7/10 and 2/8
  const [low, high] = combinedInterval(
    [
      { passed: 7, scored: 10 },
      { passed: 2, scored: 8 },
    ],
    [1, -1],
  );
  expect(low).toBeCloseTo(-0.08376809517782052, 8);
  expect(high).toBeCloseTo(0.7693714475480898, 8);
});
