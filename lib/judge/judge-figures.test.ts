import { expect, it } from "vitest";
import { judgeFigures } from "./judge-figures.ts";

// The paper's judge on SWE-bench, old and new prompt, and its published accuracies.
it.each([
  [[291, 185, 2, 4], 482, 0.612],
  [[32, 9, 10, 21], 72, 0.736],
])("counts %j", ([tp = 0, fp = 0, fn = 0, tn = 0], n, accuracy) => {
  const figures = judgeFigures([
    { pass: true, outcome: "passed", count: tp },
    { pass: true, outcome: "failed", count: fp },
    { pass: false, outcome: "passed", count: fn },
    { pass: false, outcome: "errored", count: tn },
    { pass: true, outcome: "missing", count: 7 },
  ]);
  expect(figures.accuracy.n).toBe(n);
  expect(figures.accuracy.share).toBeCloseTo(accuracy, 3);
  expect(figures.passPrecision).toMatchObject({ k: tp, n: tp + fp });
  expect(figures.failPrecision).toMatchObject({ k: tn, n: fn + tn });
  expect(figures.missing).toBe(7);
});

it("has a kappa only where there is something to agree on", () => {
  expect(judgeFigures([]).accuracy).toMatchObject({ k: 0, n: 0, share: null, ci: [0, 1] });
  expect(judgeFigures([{ pass: true, outcome: "passed", count: 9 }]).kappa).toHaveProperty(
    "undefinedBecause",
  );
  const all = judgeFigures([
    { pass: true, outcome: "passed", count: 9 },
    { pass: false, outcome: "failed", count: 9 },
  ]);
  expect(all.kappa).toMatchObject({ value: { kappa: 1, n: 18 } });
});
