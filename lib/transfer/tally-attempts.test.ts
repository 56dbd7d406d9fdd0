import { describe, expect, it } from "vitest";
import { emptyOutcomes } from "#lib/runs/schema.ts";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { addOutcomes, pairedOutcome, restsOnErrored, tallyAttempts } from "./tally-attempts.ts";
import { trialsOf } from "./testing.ts";

function tally(attempts: string, k = 3, excludeErrored = false) {
  return tallyAttempts(trialsOf({ t: attempts }), { k, excludeErrored });
}

describe("tallyAttempts", () => {
  it.each([
    { attempts: "", scored: 0, passed: 0, firstK: [] },
    { attempts: "m", scored: 0, passed: 0, firstK: [] },
    { attempts: "e", scored: 1, passed: 0, firstK: [false] },
    { attempts: "pme", scored: 2, passed: 1, firstK: [true, false] },
    // The fourth attempt counts for pass@k, and solves nothing.
    { attempts: "fffp", scored: 4, passed: 1, firstK: [false, false, false] },
    // It does not stand in for the missing one either.
    { attempts: "mffp", scored: 3, passed: 1, firstK: [false, false] },
  ])("counts $attempts", ({ attempts, scored, passed, firstK }) => {
    expect(tally(attempts)).toMatchObject({ scored, passed, firstK });
  });

  it("leaves errored attempts out on request, and still tells how many there are", () => {
    expect(tally("pep", 3, true)).toMatchObject({
      scored: 2,
      passed: 2,
      firstK: [true, true],
      firstKErrored: [false, false],
      outcomes: { passed: 2, errored: 1 },
    });
  });

  it("reads attempts by their number, in whatever order they come", () => {
    const random = seededRandom(11);
    const trials = trialsOf({ t: "fpemfp" });
    const options = { k: 3, excludeErrored: false };
    for (let round = 0; round < 20; round++)
      expect(tallyAttempts(shuffled(trials, random), options)).toEqual(tallyAttempts(trials, options));
  });

  it("counts every attempt under its outcome", () => {
    const random = seededRandom(12);
    for (let round = 0; round < 50; round++) {
      const attempts = Array.from({ length: 9 }, () => "pfem"[Math.floor(random() * 4)]).join("");
      const { outcomes, scored, passed, firstK, firstKErrored } = tally(attempts, 4);
      const count = (letter: string) => attempts.split(letter).length - 1;
      expect(outcomes).toEqual({
        passed: count("p"),
        failed: count("f"),
        errored: count("e"),
        missing: count("m"),
      });
      expect([scored, passed]).toEqual([9 - count("m"), count("p")]);
      const first = [...attempts.slice(0, 4)].filter((letter) => letter !== "m");
      expect(firstK).toEqual(first.map((letter) => letter === "p"));
      expect(firstKErrored).toEqual(first.map((letter) => letter === "e"));
    }
  });
});

describe("pairedOutcome", () => {
  it.each([
    ["fpf", "ffp", "kept", 3],
    ["fff", "ffp", "gained", 3],
    ["ffp", "fff", "lost", 3],
    ["fff", "fff", "never", 3],
    // One attempt against three: the surplus of either side solves nothing.
    ["f", "fpp", "never", 1],
    ["fpp", "f", "never", 1],
    ["p", "fpp", "lost", 1],
    ["mp", "fp", "lost", 1],
    ["", "p", "never", 0],
  ])("of %s and %s is %s", (base, candidate, outcome, compared) => {
    expect(pairedOutcome(tally(base), tally(candidate))).toEqual({ outcome, compared });
  });
});

describe("restsOnErrored", () => {
  const rests = (base: string, candidate: string) => {
    const [before, after] = [tally(base), tally(candidate)];
    const { outcome, compared } = pairedOutcome(before, after);
    return restsOnErrored(outcome, before, after, compared);
  };
  it.each([
    ["p", "e", true, "the candidate's attempt might have passed"],
    ["e", "p", true, "the baseline's might have"],
    ["pe", "ff", false, "one of the side that solved it changes nothing"],
    ["ff", "pe", false, "nor does it of a gain"],
    ["p", "fe", false, "one beyond the attempts compared"],
    ["e", "e", false, "a task that neither solved"],
    ["pe", "pe", false, "a task that both solved"],
  ])("%s against %s: %s, %s", (base, candidate, expected) => {
    expect(rests(base, candidate)).toBe(expected);
  });
});

it("adds counts in place and leaves what is added alone", () => {
  const total = emptyOutcomes();
  const more = { passed: 1, failed: 2, errored: 3, missing: 4 };
  addOutcomes(total, more);
  addOutcomes(total, more);
  expect(total).toEqual({ passed: 2, failed: 4, errored: 6, missing: 8 });
  expect(more).toEqual({ passed: 1, failed: 2, errored: 3, missing: 4 });
});
