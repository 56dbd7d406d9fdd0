import { expect, it } from "vitest";
import { solvedWithin } from "./solved-within.ts";

it("counts what had passed by each try, with crashed trials in the denominator", () => {
  const groups = [
    { tries: [true], trials: 3 },
    { tries: [false, true], trials: 2 },
    { tries: [false, false], trials: 4 },
    { tries: null, trials: 1 },
  ];
  expect(solvedWithin(groups)).toEqual([
    { tries: 1, solved: 3, trials: 10 },
    { tries: 2, solved: 5, trials: 10 },
  ]);
});

it("has nothing to say of runs without tries", () => {
  expect(solvedWithin([])).toEqual([]);
  expect(solvedWithin([{ tries: null, trials: 5 }])).toEqual([]);
});
