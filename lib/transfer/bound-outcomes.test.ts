import { describe, expect, it } from "vitest";
import type { Outcome } from "#lib/runs/schema.ts";
import { compareRuns } from "./compare.ts";
import type { ComparedTrial } from "./schema.ts";

const letters: Record<string, Outcome> = { p: "passed", f: "failed", e: "errored", m: "missing" };

function run(tasks: Record<string, string>): ComparedTrial[] {
  return Object.entries(tasks).flatMap(([taskName, attempts]) =>
    [...attempts].map((letter, i) => ({
      taskId: taskName,
      benchmark: "b",
      taskName,
      checksum: "",
      attempt: i + 1,
      outcome: letters[letter] ?? "missing",
    })),
  );
}

describe("bounds", () => {
  it("are the outcome itself where every attempt has an answer", () => {
    const { bounds } = compareRuns(run({ t: "pf", u: "ff" }), run({ t: "ff", u: "fp" }));
    expect(bounds.unknown).toEqual({ base: 0, candidate: 0 });
    expect(bounds.best).toEqual({ gained: 1, lost: 1, p: 1, direction: "unclear" });
    expect(bounds.worst).toEqual(bounds.best);
  });

  it.each([
    { why: "the candidate's error", base: "p", candidate: "e", best: [0, 0], worst: [0, 1] },
    { why: "the candidate's missing reward", base: "p", candidate: "m", best: [0, 0], worst: [0, 1] },
    { why: "the baseline's error", base: "e", candidate: "f", best: [0, 0], worst: [0, 1] },
    { why: "the baseline's error, a gain", base: "e", candidate: "p", best: [1, 0], worst: [0, 0] },
    { why: "both", base: "e", candidate: "e", best: [1, 0], worst: [0, 1] },
    { why: "one beyond k", base: "pppp", candidate: "fffe", best: [0, 1], worst: [0, 1] },
  ])("leave open what could have been: $why", ({ base, candidate, best, worst }) => {
    const { bounds } = compareRuns(run({ t: base }), run({ t: candidate }));
    expect([bounds.best.gained, bounds.best.lost]).toEqual(best);
    expect([bounds.worst.gained, bounds.worst.lost]).toEqual(worst);
  });

  it("count every attempt, as the test of pass rates does", () => {
    const { bounds } = compareRuns(run({ t: "pemm" }), run({ t: "mffe" }));
    expect(bounds.unknown).toEqual({ base: 3, candidate: 2 });
  });
});
