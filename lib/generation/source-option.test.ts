import { expect, it } from "vitest";
import { sourceOfOption, sourceOption } from "./source-option.ts";

const source = { benchmark: "Alpha", taskName: "task-1", outcome: "passed", detail: "run 1, attempt 2" };

it.each([
  { kind: "trial", named: { trialId: "x" }, says: "Trial, passed: run 1, attempt 2" },
  { kind: "memory", named: { memoryId: "x" }, says: "Trajectory memory, passed: run 1, attempt 2" },
] as const)("a $kind comes back as it went", ({ kind, named, says }) => {
  const option = sourceOption({ ...source, kind, id: "x" });
  expect(option).toMatchObject({ label: "Alpha / task-1", detail: says });
  expect(sourceOfOption(option.value)).toEqual(named);
});
