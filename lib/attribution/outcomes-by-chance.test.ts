import { expect, it } from "vitest";
import { emptyOutcomes } from "#lib/runs/schema.ts";
import type { PairedTask } from "#lib/transfer/schema.ts";
import { outcomesByChance } from "./outcomes-by-chance.ts";

function task(outcome: PairedTask["outcome"], compared: number, scored: number): PairedTask {
  const tally = { outcomes: emptyOutcomes(), scored, passed: 0, firstK: [], firstKErrored: [] };
  return {
    taskId: "t",
    candidateTaskId: "t",
    benchmark: "b",
    taskName: "t",
    checksum: "",
    outcome,
    compared,
    base: tally,
    candidate: tally,
    effect: 0,
    errored: false,
    noiseP: null,
    noiseQ: null,
    evidence: null,
  };
}

it("counts what a coin would lose and gain, and how often two net", () => {
  const tasks = [task("kept", 1, 1), task("lost", 1, 1), task("never", 1, 1)];
  const coins = tasks.map(() => [0.5, 0.5]);
  expect(outcomesByChance([0, 1, 2], tasks, coins)).toEqual({
    lostByChance: 1,
    gainedByChance: 0.5,
    // Both solved ones lost and the third not gained.
    netLossByChance: 0.125,
    netGainByChance: 0,
  });
});

it("needs a pass among the attempts that decide, not among all", () => {
  // One pass of four falls on the two that decide every other time.
  expect(outcomesByChance([0], [task("lost", 2, 4)], [[0, 1, 0, 0, 0]]).lostByChance).toBeCloseTo(0.5);
});
