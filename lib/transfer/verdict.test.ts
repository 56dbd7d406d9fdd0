import { describe, expect, it } from "vitest";
import { compareRuns } from "./compare.ts";
import type { ComparedRun } from "./schema.ts";
import { alikeTrials } from "./testing.ts";
import { readComparison, readRunComparison } from "./verdict.ts";

describe("readComparison", () => {
  it("says that nothing can be compared", () => {
    const verdict = readComparison(compareRuns(alikeTrials("a", 2, "p"), alikeTrials("b", 2, "p")));
    expect(verdict.direction).toBe("nothing");
    expect(verdict.caveats.join(" ")).toContain("2 tasks of the baseline and 2 of the candidate");
  });

  it("calls six gained, none lost real: 2 / 2^6 = .031", () => {
    const verdict = readComparison(compareRuns(alikeTrials("a", 6, "f"), alikeTrials("a", 6, "p")));
    expect(verdict.direction).toBe("better");
    expect(verdict.title).toBe("Significantly better than baseline (p = .031)");
    expect(verdict.bounds).toBeNull();
    expect(verdict.test).toBe("Exact McNemar test at the 5% level.");
  });

  it("calls five gained, none lost unclear: 2 / 2^5 = .063, and no split of five could be clear", () => {
    const verdict = readComparison(compareRuns(alikeTrials("a", 5, "f"), alikeTrials("a", 5, "p")));
    expect(verdict.direction).toBe("unclear");
    expect(verdict.test).toContain("With 5 tasks that differ, nothing could have been significant.");
  });

  it("says what would have been needed", () => {
    const base = [...alikeTrials("x", 4, "f"), ...alikeTrials("y", 4, "p")];
    const candidate = [...alikeTrials("x", 4, "p"), ...alikeTrials("y", 4, "f")];
    // Eight discordant: 8:0 has p = .008, 7:1 has 2 * 9 / 256 = .07.
    expect(readComparison(compareRuns(base, candidate)).test).toContain(
      "Minimum detectable: 100.0 points (net 8 tasks).",
    );
  });

  it("tests the pass rates where tasks were repeated, and says so", () => {
    // Any of three solves every task in both runs: only the rates tell them apart.
    const verdict = readComparison(compareRuns(alikeTrials("a", 6, "ppp"), alikeTrials("a", 6, "ffp")));
    expect(verdict.direction).toBe("worse");
    expect(verdict.title).toBe("Significantly worse than baseline (p = .031)");
    expect(verdict.test).toBe("Exact permutation test of pass rates per task at the 5% level.");
  });

  it("objects to unrepeated baselines, uneven attempts and errored attempts", () => {
    const comparison = compareRuns(alikeTrials("a", 3, "p"), alikeTrials("a", 3, "eff"));
    const caveats = readComparison(comparison).caveats.join(" ");
    expect(caveats).toContain("Too few repeats to tell which losses are more than chance");
    expect(caveats).toContain("3 pairs have unequal numbers of counted attempts");
    expect(caveats).toContain("3 errored attempts count as not passed");
    expect(caveats).toContain("pass@3 leaves out 3 pairs");
  });
});

describe("readComparison: attempts without an answer", () => {
  it("says that a verdict does not hold where the errored attempts decide it", () => {
    const verdict = readComparison(compareRuns(alikeTrials("a", 8, "p"), alikeTrials("a", 8, "e")));
    expect(verdict).toMatchObject({ direction: "worse", holds: false });
    // All eight had passed, or all eight had failed: 0 of 8, p = 1, or 8 of 8, p = 2 / 2^8.
    expect(verdict.bounds).toBe(
      "8 attempts errored or missing (baseline 0, candidate 8). Best case for the candidate: 0 gained, 0 lost, no significant difference (p = 1.000). Worst case: 0 gained, 8 lost, significantly worse (p = .008).",
    );
  });

  it("holds where they cannot turn it", () => {
    const base = [...alikeTrials("a", 20, "p"), ...alikeTrials("b", 1, "p")];
    const candidate = [...alikeTrials("a", 20, "f"), ...alikeTrials("b", 1, "e")];
    expect(readComparison(compareRuns(base, candidate))).toMatchObject({ direction: "worse", holds: true });
  });
});

describe("readRunComparison", () => {
  const comparison = compareRuns(alikeTrials("a", 3, "ppp"), alikeTrials("a", 3, "ppp"));
  const plain: ComparedRun = {
    id: "1",
    name: "plain",
    arm: "zero_shot",
    memoryType: null,
    model: "m",
  };
  const memory: ComparedRun = { ...plain, id: "2", arm: "memory" };

  it.each([
    { why: "alike but for the memory", base: plain, candidate: memory, caveat: undefined },
    { why: "same run", base: plain, candidate: plain, caveat: "the same run" },
    {
      why: "other model",
      base: plain,
      candidate: { ...memory, model: null },
      caveat: "(m and not recorded)",
    },
    { why: "swapped", base: memory, candidate: plain, caveat: "Swap the two" },
  ])("$why", ({ base, candidate, caveat }) => {
    const { caveats } = readRunComparison({ base, candidate, comparison });
    if (caveat) expect(caveats[0]).toContain(caveat);
    else expect(caveats).toEqual([]);
  });
});
