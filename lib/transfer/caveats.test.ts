import { describe, expect, it } from "vitest";
import { caveatsOf, runCaveats } from "./caveats.ts";
import { compareRuns } from "./compare.ts";
import type { ComparedRun, CompareOptions } from "./schema.ts";
import { trialsOf } from "./testing.ts";

function caveats(base: Record<string, string>, candidate: Record<string, string>, options?: CompareOptions) {
  return caveatsOf(compareRuns(trialsOf(base), trialsOf(candidate), options));
}

function runAs(fields: Partial<ComparedRun>): ComparedRun {
  return { id: "1", name: "run", arm: "memory", memoryType: null, model: "m", ...fields };
}

describe("caveats of a comparison", () => {
  it("are none where there is nothing to object", () => {
    expect(caveats({}, {})).toEqual([]);
    expect(caveats({ a: "ppp", b: "fff" }, { a: "ppp", b: "ppp" })).toEqual([]);
  });

  it("compare the losses to what chance alone would lose, only where there are losses", () => {
    const found = caveats({ a: "ppp", b: "pfp" }, { a: "fff", b: "ppp" });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^1 tasks were lost without an errored attempt; chance alone would lose about /);
    // Of the three pairs of b's attempts two differ, of a's none.
    expect(found[0]).toContain("33.3% of the time");
  });

  it("don't speak of repeats where the baseline has none, but ask for them", () => {
    const found = caveats({ a: "p" }, { a: "f" });
    expect(found[0]).not.toContain("of the time");
    expect(found.some((text) => text.includes("three or more attempts"))).toBe(true);
  });

  it("leave losses on errored attempts out of what is held against chance", () => {
    const found = caveats({ a: "p", b: "p" }, { a: "e", b: "f" });
    expect(found[0]).toMatch(/^1 tasks were lost without/);
  });

  it("name pairs with unequally many attempts and those that pass@k leaves out", () => {
    const found = caveats({ a: "ppp", b: "ppp" }, { a: "p", b: "ppp" }).join("\n");
    expect(found).toContain("1 pairs have unequal numbers");
    expect(found).toContain("pass@3 leaves out 1 pairs");
    expect(caveats({ a: "ppp" }, { a: "p" }, { k: 1 }).join("\n")).not.toContain("pass@");
  });

  it("count the tasks that are in no pair, of each run apart", () => {
    const [found] = caveats({ a: "p", b: "p" }, { c: "p" }, { k: 1 });
    expect(found).toContain("2 tasks of the baseline and 1 of the candidate");
  });

  it.each([
    ["e", "1 errored attempt counts"],
    ["ee", "2 errored attempts count"],
  ])("say what %s is counted as, unless it is left out", (errored, words) => {
    const tasks = [{ a: `p${errored}` }, { a: "p".repeat(errored.length + 1) }] as const;
    expect(caveats(...tasks, { k: 1 }).join("\n")).toContain(words);
    expect(caveats(...tasks, { k: 1, excludeErrored: true }).join("\n")).not.toContain("as not passed");
  });

  it("tell when the averages disagree, not when one of them is 0", () => {
    const large = ["x/1", "x/2", "x/3"];
    const named = (names: readonly string[], letter: string) =>
      Object.fromEntries(names.map((name) => [name, letter]));
    // x loses two of three tasks, y gains its only one: micro -1/4, macro +1/6.
    const base = { ...named(large, "p"), "y/1": "f" };
    const opposite = caveats(base, { "x/1": "p", "x/2": "f", "x/3": "f", "y/1": "p" }, { k: 1 });
    expect(opposite.at(-1)).toContain("opposite directions");
    const level = caveats(base, { "x/1": "p", "x/2": "p", "x/3": "f", "y/1": "p" }, { k: 1 });
    expect(level.join("\n")).not.toContain("opposite");
  });
});

describe("caveats of two runs", () => {
  const base = runAs({ arm: "zero_shot" });
  it.each([
    { why: "another arm alone", candidate: runAs({ id: "2" }), words: [] },
    { why: "the same run", candidate: base, words: ["the same run"] },
    { why: "another model", candidate: runAs({ id: "2", model: "n" }), words: ["(m and n)"] },
    { why: "an unknown model", candidate: runAs({ id: "2", model: null }), words: ["(m and not recorded)"] },
  ])("$why", ({ candidate, words }) => {
    const found = runCaveats(base, candidate);
    expect(found).toHaveLength(words.length);
    for (const [i, word] of words.entries()) expect(found[i]).toContain(word);
  });

  it("ask to swap runs that stand the wrong way around", () => {
    expect(runCaveats(runAs({ id: "2" }), base)).toEqual([expect.stringContaining("Swap the two")]);
  });

  it("say nothing of models that neither run recorded", () => {
    expect(runCaveats(runAs({ model: null, arm: "zero_shot" }), runAs({ id: "2", model: null }))).toEqual([]);
  });
});
