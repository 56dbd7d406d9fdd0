import { describe, expect, it } from "vitest";
import { permuteAttempts } from "./permute-attempts.ts";
import type { ComparedTrial, TaskTally } from "./schema.ts";
import { tallyAttempts } from "./tally-attempts.ts";

const letters: Record<string, ComparedTrial["outcome"]> = { p: "passed", f: "failed", e: "errored" };

function tally(attempts: string): TaskTally {
  const trials = [...attempts].map((letter, i) => ({
    taskId: "t",
    benchmark: "b",
    taskName: "t",
    checksum: "",
    attempt: i + 1,
    outcome: letters[letter] ?? ("missing" as const),
  }));
  return tallyAttempts(trials, { k: 3, excludeErrored: false });
}

describe("permuteAttempts", () => {
  // p: scipy 1.17, fisher_exact([[base passed, failed], [candidate passed, failed]]) transposed, alternative="greater".
  it.each([
    { why: "3 of 3 against none", base: "ppp", candidate: "fff", p: 0.05, lost: 0.05 },
    { why: "2 of 3 against none", base: "ppf", candidate: "fff", p: 0.2, lost: 0.2 },
    { why: "one against one", base: "p", candidate: "f", p: 0.5, lost: 0.5 },
    { why: "nothing to lose", base: "fff", candidate: "fff", p: 1, lost: 0 },
    { why: "everything passes", base: "ppp", candidate: "ppp", p: 1, lost: 0 },
    // Five attempts, three compared: 1 of 56 deals gives the candidate none of five passes.
    { why: "more attempts of the baseline", base: "ppppp", candidate: "fff", p: 1 / 56, lost: 1 / 56 },
  ])("$why", ({ base, candidate, p, lost }) => {
    const deal = permuteAttempts(tally(base), tally(candidate), Math.min(3, base.length, candidate.length));
    expect(deal.p).toBeCloseTo(p, 12);
    expect(deal.lost).toBeCloseTo(lost, 12);
  });

  it("counts a loss on the attempts compared even where one beyond them passed", () => {
    // Of ten attempts five passed. p: four or fewer... of the candidate's one: (C(5,1) C(5,4) + 1) / C(10,5).
    const deal = permuteAttempts(tally("ppppf"), tally("ffffp"), 3);
    expect(deal.p).toBeCloseTo(26 / 252, 12);
    // scipy: fisher_exact([[4, 1], [1, 4]], alternative="greater").
    expect(deal.p).toBeCloseTo(0.1031746031746032, 12);
    expect(deal.losses.length).toBeGreaterThan(1);
  });

  it("leaves errored attempts out of the deal", () => {
    // The baseline's one does not count against it: three passes of five attempts, none with the candidate: 1 of 10.
    expect(permuteAttempts(tally("epp"), tally("fff"), 3).p).toBeCloseTo(0.1, 12);
    // A deal in which an attempt of the candidate errored can lose nothing for sure.
    expect(permuteAttempts(tally("ppp"), tally("eff"), 3)).toMatchObject({ losses: [], lost: 0 });
  });
});
