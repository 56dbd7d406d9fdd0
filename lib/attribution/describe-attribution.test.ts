import { expect, it } from "vitest";
import { describeBriefly } from "./describe-attribution.ts";

it.each([
  [
    { effect: -0.042, q: 1, tasks: 72, lost: 9, lostAlone: 0 },
    "−4.2 points at 72 tasks, q = 1.000; 9 lost, none alone",
  ],
  [
    { effect: -0.3, q: 0.0002, tasks: 4, lost: 3, lostAlone: 2 },
    "−30.0 points at 4 tasks, q < .001; 3 lost, 2 alone",
  ],
  [{ effect: 0, q: null, tasks: 1, lost: 0, lostAlone: 0 }, "0.0 points at 1 task, too few to say; 0 lost"],
])("says of %o: %s", (row, words) => {
  expect(describeBriefly(row)).toBe(words);
});
