import { expect, it } from "vitest";
import type { Step } from "./records.ts";
import { splitSteps } from "./split-steps.ts";

const step = (length: number): Step => ({ source: "agent", action: "x".repeat(length) });

it("cuts between steps, keeps their order and numbers, and gives a long one a part of its own", () => {
  const steps = [5, 5, 5, 90, 5].map(step);
  const parts = splitSteps(steps, 25);
  expect(parts.map(({ firstStep, steps: own }) => [firstStep, own.length])).toEqual([
    [0, 2],
    [2, 1],
    [3, 1],
    [4, 1],
  ]);
  expect(parts.flatMap((part) => part.steps)).toEqual(steps);
});

it("leaves what is short in one part, also nothing", () => {
  expect(splitSteps([step(1), step(1)])).toHaveLength(1);
  expect(splitSteps([])).toEqual([{ firstStep: 0, steps: [] }]);
});
