import { expect, it } from "vitest";
import {
  describeP,
  formatCount,
  formatDifference,
  formatInterval,
  formatP,
  formatPercent,
  formatPoints,
} from "./format.ts";

it.each([
  [formatP(0.0004), "< .001", "p is never 0"],
  [formatP(0.0314), ".031", "three digits"],
  [formatP(1), "1.000", "a one is no zero"],
  [describeP(0.0314), "p = .031", "inside a sentence"],
  [describeP(0.0004), "p < .001", "no equals sign before less than"],
  [formatPercent(null), "–", "unknown is not 0"],
  [formatPercent(0.4125), "41.3%", "one decimal"],
  [formatPoints(0.037), "+3.7 points", "signed"],
  [formatPoints(-0.01), "−1.0 points", "a real minus"],
  [formatPoints(-0.0001), "0.0 points", "no sign on what rounds to 0"],
  [formatInterval([-0.01, 0.037]), "−1.0 to +3.7 points", "the unit once"],
  [formatInterval(null), "–", "no interval for one task"],
  [formatDifference({ delta: -0.07, ci: [-0.117, -0.028] }), "−7.0 [−11.7, −2.8]", "one cell"],
  [formatDifference({ delta: 0.25, ci: null }), "+25.0", "no interval for one task"],
  [formatDifference({ delta: null, ci: null }), "–", "unknown is not 0"],
  [formatCount(2.9999999999999996), "3", "rounding dust is not a decimal"],
  [formatCount(39.8), "39.8", "an estimate between two tasks"],
])("%s", (text, expected) => {
  expect(text).toBe(expected);
});
