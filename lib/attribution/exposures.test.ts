import { expect, it } from "vitest";
import { byTask } from "./exposures.ts";

it("adds the attempts of a task up", () => {
  const attempt = (task: number, passed: boolean) => ({
    task,
    trialId: `${task} ${passed}`,
    passed,
    errored: false,
    alone: true,
  });
  expect(byTask([attempt(0, true), attempt(0, false), attempt(2, true)])).toEqual([
    { task: 0, attempts: 2, passed: 1 },
    { task: 2, attempts: 1, passed: 1 },
  ]);
});
