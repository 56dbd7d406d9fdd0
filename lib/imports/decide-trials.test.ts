import { describe, expect, it } from "vitest";
import type { AssembledTrial } from "./assembled.ts";
import { decideTrials, type StoredTrial, taskKeyOf, trialHashOf } from "./decide-trials.ts";

function trialAt(sourcePath: string, part: Partial<AssembledTrial> = {}): AssembledTrial {
  return {
    path: sourcePath,
    sourcePath,
    identity: `start:${sourcePath}`,
    benchmark: "b",
    taskName: "t",
    checksum: "",
    statement: null,
    outcome: "passed",
    reward: 1,
    error: null,
    judgement: null,
    costUsd: null,
    inputTokens: null,
    outputTokens: null,
    startedAt: `2026-01-01T00:00:00.${sourcePath.length}00Z`,
    durationMs: null,
    trajectory: null,
    retrieval: null,
    ...part,
  };
}

function storedAs(trial: AssembledTrial, attempt: number): StoredTrial {
  return {
    id: `id-${attempt}`,
    taskKey: taskKeyOf(trial),
    attempt,
    sourcePath: trial.sourcePath,
    identity: null,
    contentHash: trialHashOf(trial),
    trajectoryHash: null,
    retrievalHash: null,
  };
}

const [a, bb, ccc] = [trialAt("a"), trialAt("bb"), trialAt("ccc")];
const brief = (trials: AssembledTrial[], stored: StoredTrial[]) =>
  decideTrials(trials, stored).map(({ action, attempt }) => [action, attempt]);

describe("decideTrials", () => {
  it.each<[string, AssembledTrial[], StoredTrial[], [string, number][]]>([
    [
      "new trials are numbered in order",
      [a, bb],
      [],
      [
        ["created", 1],
        ["created", 2],
      ],
    ],
    [
      "known ones keep their number",
      [a, bb],
      [storedAs(bb, 1), storedAs(a, 2)],
      [
        ["unchanged", 2],
        ["unchanged", 1],
      ],
    ],
    ["a part alone is known too", [bb], [storedAs(a, 1), storedAs(bb, 2)], [["unchanged", 2]]],
    ["a later repeat gets the next number", [ccc], [storedAs(a, 1), storedAs(bb, 2)], [["created", 3]]],
    ["a gap is filled", [ccc], [storedAs(a, 1), storedAs(bb, 3)], [["created", 2]]],
    ["a changed one is updated", [trialAt("a", { outcome: "failed" })], [storedAs(a, 1)], [["updated", 1]]],
    [
      "a moved one is known by what it says",
      [trialAt("moved/a", { startedAt: a.startedAt })],
      [storedAs(a, 1)],
      [["unchanged", 1]],
    ],
    [
      "another task has numbers of its own",
      [trialAt("a", { taskName: "u" })],
      [storedAs(a, 1)],
      [["created", 1]],
    ],
    [
      "so has the same name with another checksum",
      [trialAt("a", { checksum: "c" })],
      [storedAs(a, 1)],
      [["created", 1]],
    ],
  ])("%s", (_why, trials, stored, expected) => {
    expect(brief(trials, stored)).toEqual(expected);
  });

  it("knows a moved trial by its identity, also when its verdict changed", () => {
    const moved = trialAt("moved/a", { identity: "id:1", outcome: "failed", startedAt: null });
    const stored = { ...storedAs(a, 2), identity: "id:1" };
    expect(brief([moved], [stored])).toEqual([["updated", 2]]);
  });

  it("never takes two verdicts without a start for one, even if they agree", () => {
    const [one, two] = [
      trialAt("run1/r.json#t", { startedAt: null }),
      trialAt("run2/r.json#t", { startedAt: null }),
    ];
    expect(brief([two], [storedAs(one, 1)])).toEqual([["created", 2]]);
  });

  it("leaves a stored trajectory alone where the import brings none", () => {
    const stored = { ...storedAs(a, 1), trajectoryHash: "h" };
    expect(decideTrials([a], [stored])[0]?.trajectory).toBeNull();
  });

  it("does not count the path or a statement as a change of the trial", () => {
    expect(trialHashOf(trialAt("x", { startedAt: null, statement: "s" }))).toBe(
      trialHashOf(trialAt("yy", { startedAt: null })),
    );
  });
});
