import { expect, it } from "vitest";
import { addStep } from "./view-steps.ts";

it("remembers what is left and forgets what was taken back", () => {
  expect(addStep({ past: [1], future: [3] }, 2)).toEqual({ past: [1, 2], future: [] });
});

it("keeps the last hundred", () => {
  let steps = addStep<number>({ past: [], future: [] }, 0);
  for (let step = 1; step <= 150; step++) steps = addStep(steps, step);
  expect(steps.past).toHaveLength(100);
  expect(steps.past.at(-1)).toBe(150);
});
