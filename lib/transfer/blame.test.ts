import { describe, expect, it } from "vitest";
import { blameMemories, withInterval } from "./blame.ts";
import type { PairedOutcome, PairedTask } from "./schema.ts";
import { noOutcomes } from "./tally-attempts.ts";

function task(id: string, outcome: PairedOutcome, effect: number): PairedTask {
  const tally = { outcomes: noOutcomes(), scored: 1, passed: 0, firstK: [false], firstKErrored: [false] };
  return {
    taskId: `base-${id}`,
    candidateTaskId: id,
    benchmark: "b",
    taskName: id,
    checksum: "",
    outcome,
    compared: 1,
    base: tally,
    candidate: tally,
    effect,
    errored: false,
    noiseP: null,
    noiseQ: null,
    evidence: null,
  };
}

const tasks = [
  ...Array.from({ length: 6 }, (_, i) => task(`lost${i}`, "lost", -1)),
  task("gained", "gained", 1),
  task("kept", "kept", 0),
];
const options = { seed: 42, confidence: 0.95 };

describe("blameMemories", () => {
  const shown = [
    ...Array.from({ length: 6 }, (_, i) => ({ memoryId: "harmful", candidateTaskId: `lost${i}` })),
    { memoryId: "harmful", candidateTaskId: "lost0" },
    { memoryId: "helpful", candidateTaskId: "gained" },
    { memoryId: "neutral", candidateTaskId: "kept" },
    { memoryId: "neutral", candidateTaskId: "unpaired" },
  ];
  const rows = blameMemories(tasks, shown).map((row) => withInterval(row, options));

  it("puts the memory with most net losses first", () => {
    expect(rows.map((row) => row.memoryId)).toEqual(["harmful", "neutral", "helpful"]);
  });

  it("counts tasks once, retrievals each", () => {
    expect(rows[0]).toMatchObject({ retrievals: 7, tasks: 6, lost: 6, gained: 0, effect: -1, ci: [-1, -1] });
  });

  it("adjusts over all memories: p = 2/64, q = 3 p", () => {
    expect(rows[0]?.p).toBeCloseTo(1 / 32, 12);
    expect(rows[0]?.q).toBeCloseTo(3 / 32, 12);
  });

  it("leaves tasks without a pair out, and gives no interval for one task", () => {
    expect(rows[1]).toMatchObject({ retrievals: 1, tasks: 1, kept: 1, effect: 0, ci: null, p: 1 });
  });

  it("blames nobody when nothing was retrieved", () => {
    expect(blameMemories(tasks, [])).toEqual([]);
  });
});
