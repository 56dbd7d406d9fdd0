import { expect, it } from "vitest";
import { compareEffort, type TaskEffort } from "./effort.ts";

const nothing: TaskEffort = { costUsd: null, tokens: null, durationMs: null, steps: null };

it("averages over the tasks at which both runs recorded it", () => {
  const differences = compareEffort([
    { base: { ...nothing, costUsd: 1, steps: 10 }, candidate: { ...nothing, costUsd: 3, steps: 10 } },
    { base: { ...nothing, costUsd: 2 }, candidate: { ...nothing, costUsd: 2, steps: 99 } },
    { base: { ...nothing, costUsd: 50 }, candidate: undefined },
  ]);
  expect(differences).toEqual([
    { name: "costUsd", base: 1.5, candidate: 2.5, delta: 1, tasks: 2 },
    { name: "steps", base: 10, candidate: 10, delta: 0, tasks: 1 },
  ]);
});

it("leaves out what was never recorded, instead of saying 0", () => {
  expect(compareEffort([{ base: nothing, candidate: nothing }])).toEqual([]);
});
