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
    why: "an errored attempt may have lost it",
    base: ["passed"],
    candidate: ["errored"],
    k: 1,
    words:
      "The baseline passed 1 of 1, the candidate 0 of 1 (1 errored); solved means passed in the first attempt. A candidate attempt errored, so the loss may be an infrastructure failure.",
  },
  {
    why: "or may have won it",
    base: ["errored"],
    candidate: ["passed"],
    k: 1,
    words:
      "The baseline passed 0 of 1 (1 errored), the candidate 1 of 1; solved means passed in the first attempt. A baseline attempt errored, so the gain may be an infrastructure failure.",
  },
  {
    why: "one attempt each is a coin",
    base: ["passed"],
    candidate: ["failed"],
    k: 1,
    words:
      "The baseline passed 1 of 1, the candidate 0 of 1; solved means passed in the first attempt. If the attempts of both runs were shuffled, the candidate would pass this rarely with p = .500 (q 1.000).",
  },
] as const)("$why", ({ base, candidate, k, words }) => {
  const [task] = compareRuns(trials(base), trials(candidate), { k }).tasks;
  if (!task) throw new Error("no pair");
  expect(describePair(task, k)).toBe(words);
});

it("gives the chance of a clear loss: 1 of the 20 ways to deal three passes to two sides of three", () => {
  const base = trials(["passed", "passed", "passed"]);
  const [task] = compareRuns(base, trials(["failed", "failed", "failed"])).tasks;
  if (!task) throw new Error("no pair");
  expect(describePair(task, 3)).toMatch(/would pass this rarely with p = \.050 \(q \.053\)\.$/);
});
