import { expect, it } from "vitest";
import { confusionOf } from "./judge-cases.ts";

it("counts the four ways in which a judge and a verifier can meet", () => {
  const cases = [
    { judged: true, verified: true },
    { judged: true, verified: true },
    { judged: true, verified: false },
    { judged: false, verified: true },
    { judged: false, verified: false },
    { judged: false, verified: false },
    { judged: false, verified: false },
  ];
  expect(confusionOf(cases)).toEqual({ tp: 2, fp: 1, fn: 1, tn: 3 });
  expect(confusionOf([])).toEqual({ tp: 0, fp: 0, fn: 0, tn: 0 });
});
