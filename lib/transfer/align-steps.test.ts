import { describe, expect, it } from "vitest";
import type { TrajectoryStep } from "#lib/runs/schema.ts";
import { alignSteps } from "./align-steps.ts";

function steps(...actions: string[]): TrajectoryStep[] {
  return actions.map((action) => ({
    source: "agent",
    message: null,
    reasoning: null,
    action,
    observation: null,
  }));
}

describe("alignSteps", () => {
  it.each([
    { why: "equal", base: ["a", "b"], candidate: ["a", "b"], rows: ["0=0", "1=1"], first: null },
    {
      why: "white space is no difference",
      base: ["ls  -l"],
      candidate: ["ls -l\n"],
      rows: ["0=0"],
      first: null,
    },
    {
      why: "one step more",
      base: ["a", "c"],
      candidate: ["a", "b", "c"],
      rows: ["0=0", "_/1", "1=2"],
      first: 1,
    },
    {
      why: "a different step",
      base: ["a", "x", "c"],
      candidate: ["a", "y", "c"],
      rows: ["0=0", "1/1", "2=2"],
      first: 1,
    },
    { why: "nothing in common", base: ["a"], candidate: ["b", "c"], rows: ["0/0", "_/1"], first: 0 },
    { why: "one side empty", base: [], candidate: ["a"], rows: ["_/0"], first: 0 },
    { why: "both empty", base: [], candidate: [], rows: [], first: null },
    { why: "stops early", base: ["a", "b"], candidate: ["a"], rows: ["0=0", "1/_"], first: 1 },
  ])("$why", ({ base, candidate, rows, first }) => {
    const alignment = alignSteps(steps(...base), steps(...candidate));
    const drawn = alignment.rows.map(
      (row) => `${row.base ?? "_"}${row.same ? "=" : "/"}${row.candidate ?? "_"}`,
    );
    expect(drawn).toEqual(rows);
    expect(alignment.firstDivergence).toBe(first);
  });

  it("draws every step of a very long trajectory exactly once", () => {
    const long = Array.from({ length: 900 }, (_, i) => `step ${i}`);
    const { rows } = alignSteps(steps(...long), steps(...long.slice(3)));
    expect(rows.flatMap((row) => row.base ?? [])).toEqual(long.map((_, i) => i));
    expect(rows.flatMap((row) => row.candidate ?? [])).toEqual(long.slice(3).map((_, i) => i));
  });
});
