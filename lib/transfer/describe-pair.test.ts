import { expect, it } from "vitest";
import { compareRuns } from "./compare.ts";
import { describePair } from "./describe-pair.ts";
import type { ComparedTrial } from "./schema.ts";

function trials(outcomes: readonly ComparedTrial["outcome"][]): ComparedTrial[] {
  return outcomes.map((outcome, i) => ({
    taskId: "t",
    benchmark: "b",
    taskName: "t",
    checksum: "",
    attempt: i + 1,
    outcome,
  }));
}

it.each([
  {
    why: "errored and missing attempts are named",
    base: ["passed", "errored"],
    candidate: ["passed", "missing"],
    k: 3,
    words:
      "The baseline passed 1 of 2 (1 errored), the candidate 1 of 1 (1 missing); solved means passed in the first attempt, as many as both sides have.",
  },
  {
    why: "a loss without repeats says so",
    base: ["passed"],
    candidate: ["failed"],
    k: 1,
    words:
      "The baseline passed 1 of 1, the candidate 0 of 1; solved means passed in the first attempt. The baseline was not repeated, so nothing tells this loss from bad luck.",
  },
] as const)("$why", ({ base, candidate, k, words }) => {
  const [task] = compareRuns(trials(base), trials(candidate), { k }).tasks;
  if (!task) throw new Error("no pair");
  expect(describePair(task, k)).toBe(words);
});

it("gives the chance by noise of a loss", () => {
  const base = trials(["passed", "passed", "passed"]);
  const [task] = compareRuns(base, trials(["failed", "failed", "failed"])).tasks;
  if (!task) throw new Error("no pair");
  expect(describePair(task, 3)).toMatch(/A repeat of the baseline would lose it too with p = 0\.\d{3}\.$/);
});
