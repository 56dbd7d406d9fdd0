import { describe, expect, it } from "vitest";
import { apportion, BENCHMARKS } from "./benchmarks.ts";
import { PRINCIPLES } from "./principles.ts";

describe("apportion", () => {
  it.each([
    // Why: by largest remainder, ties to the first.
    { total: 10, weights: [1, 1, 1], shares: [4, 3, 3] },
    { total: 5, weights: [3, 1, 1], shares: [3, 1, 1] },
    // Why: a weight of nothing gets nothing.
    { total: 2, weights: [0, 1], shares: [0, 2] },
  ])("$total over $weights", ({ total, weights, shares }) => {
    expect(apportion(total, weights)).toEqual(shares);
  });
});

describe.each(BENCHMARKS.map((words) => [words.name, words] as const))("the words of %s", (_name, words) => {
  it("have at least eight topics and enough pairs of thing and twist for their tasks", () => {
    expect(words.topics.length).toBeGreaterThanOrEqual(8);
    const needed = Math.ceil(words.taskCount / words.topics.length);
    for (const { things, twists, subject } of words.topics)
      expect(things.length * twists.length, subject).toBeGreaterThanOrEqual(Math.min(needed, 2));
    const pairs = words.topics.reduce((sum, { things, twists }) => sum + things.length * twists.length, 0);
    expect(pairs).toBeGreaterThanOrEqual(words.taskCount);
  });

  it("teach principles that exist", () => {
    const known = new Set(PRINCIPLES.map(({ key }) => key));
    for (const { troubles } of words.topics)
      for (const { lessons, symptom } of troubles)
        for (const lesson of lessons) expect(known.has(lesson), `${lesson} (${symptom})`).toBe(true);
  });

  it("keep clauses to their grammar: no capital, no full stop", () => {
    for (const topic of words.topics) {
      const clauses = [
        ...topic.situations,
        ...topic.troubles.flatMap(({ symptom, cause, fix, abstract }) => [symptom, cause, fix, abstract]),
      ];
      // A symptom may begin with a proper name.
      for (const clause of clauses) expect(clause).not.toMatch(/\.$|^(?:The|A|An|It|In) |^\s|\s$| {2}/);
    }
  });

  it("give each twist a code and a text", () => {
    for (const { twists } of words.topics)
      for (const twist of twists) expect(twist).toMatch(/^[a-z0-9]+\|\S.*\S$/);
  });
});

describe("the principles", () => {
  it("are more than sixty, each worded in several ways", () => {
    expect(PRINCIPLES.length).toBeGreaterThan(60);
    expect(new Set(PRINCIPLES.map(({ key }) => key)).size).toBe(PRINCIPLES.length);
    for (const { titles, advice, reason, caveat } of PRINCIPLES) {
      expect(titles.length).toBeGreaterThanOrEqual(3);
      expect(advice.length).toBeGreaterThanOrEqual(3);
      expect(Math.min(reason.length, caveat.length)).toBeGreaterThanOrEqual(2);
    }
  });

  it("consist of whole sentences; titles and gists are none", () => {
    for (const { titles, gist, advice, reason, caveat } of PRINCIPLES) {
      for (const text of [...advice, ...reason, ...caveat]) expect(text).toMatch(/^[A-Z].*\.$/);
      for (const title of titles) expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(gist).toMatch(/^[a-z].*[^.]$/);
    }
  });

  it("are all taught by some trouble", () => {
    const taught = new Set(
      BENCHMARKS.flatMap(({ topics }) =>
        topics.flatMap(({ troubles }) => troubles.flatMap(({ lessons }) => lessons)),
      ),
    );
    expect(PRINCIPLES.filter(({ key }) => !taught.has(key)).map(({ key }) => key)).toEqual([]);
  });
});
