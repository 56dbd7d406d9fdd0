import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { MemoryType } from "#lib/db/generated/enums.ts";
import { memoryTypes, parseContent, titleOf } from "#lib/memories/content.ts";
import { BENCHMARKS } from "./benchmarks.ts";
import { generatePool, poolHash } from "./generate-pool.ts";
import { makeExperiences } from "./make-experiences.ts";
import { makeMemories } from "./make-memories.ts";
import { makeTasks } from "./make-tasks.ts";
import { PLANTED } from "./planted.ts";
import { jaccard, wordSet } from "./text.ts";
import type { DemoMemory } from "./types.ts";

const pool = generatePool(42);

function ofType(type: MemoryType): DemoMemory[] {
  return pool.memories.filter((memory) => memory.type === type);
}

/** All strings in a value. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsOf) : [];
}

function repeatedOf(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.has(text) || !seen.add(text));
}

describe("the generator", () => {
  it("gives the same pool for the same seed and another for another", () => {
    expect(poolHash(generatePool(42))).toBe(poolHash(pool));
    expect(poolHash(generatePool(43))).not.toBe(poolHash(pool));
  });

  it.each([1, 2, 7, 2026])("has enough words for seed %i", (seed) => {
    const tasksOf = new Map(BENCHMARKS.map((words) => [words.name, makeTasks(words, seed)]));
    const memories = makeMemories(makeExperiences(tasksOf, seed), seed);
    expect(memories).toHaveLength(1724);
    expect(repeatedOf(memories.map(({ type, content }) => `${type} ${JSON.stringify(content)}`))).toEqual([]);
  });
});

describe("the counts", () => {
  it("are the paper's tasks per benchmark", () => {
    const counts = pool.benchmarks.map(
      (name) => pool.tasks.filter(({ benchmark }) => benchmark === name).length,
    );
    expect(counts).toEqual([100, 100, 100, 100, 100, 89, 63, 90, 12, 15]);
  });

  it("are 431 experiences in proportion, with one memory of each type", () => {
    for (const type of memoryTypes) expect(ofType(type)).toHaveLength(431);
    const shares = pool.benchmarks.map(
      (name) => ofType("insight").filter(({ benchmark }) => benchmark === name).length,
    );
    expect(shares).toEqual([56, 56, 56, 56, 56, 50, 35, 51, 7, 8]);
  });

  it("are five runs over 491 tasks with three attempts, and three retrievals where there is memory", () => {
    expect(pool.runs.map(({ memoryType }) => memoryType)).toEqual([null, ...memoryTypes]);
    expect(pool.trials).toHaveLength(7365);
    expect(pool.retrievals).toHaveLength(4 * 491 * 3 * 3);
  });

  it("include a handful of candidates, deprecated memories and dates of expiry", () => {
    expect(pool.memories.filter(({ lifecycle }) => lifecycle === "candidate")).toHaveLength(14);
    const deprecated = pool.memories.filter(({ lifecycle }) => lifecycle === "deprecated");
    expect(deprecated).toHaveLength(11);
    expect(deprecated.every(({ deprecatedReason }) => deprecatedReason !== null)).toBe(true);
    expect(pool.memories.filter(({ validUntil }) => validUntil !== null && validUntil > "2030")).toHaveLength(
      12,
    );
  });
});

describe("no two alike", () => {
  it("holds for ids and task names", () => {
    const ids = [pool.tasks, pool.memories, pool.runs, pool.trials, pool.retrievals].flatMap((rows) =>
      rows.map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(repeatedOf(pool.tasks.map(({ benchmark, name }) => `${benchmark} ${name}`))).toEqual([]);
    expect(repeatedOf(pool.tasks.map(({ statement }) => statement))).toEqual([]);
  });

  it.each(memoryTypes)("holds for the titles and contents of each %s", (type) => {
    const memories = ofType(type);
    const titles = memories.map((memory) => titleOf(parseContent(type, memory.content), memory.task));
    expect(repeatedOf(titles)).toEqual([]);
    expect(repeatedOf(memories.map(({ content }) => JSON.stringify(content)))).toEqual([]);
  });

  it("holds for the words of insights: only planted pairs share more than four fifths", () => {
    const insights = ofType("insight").map(({ content, planted }) => ({
      planted,
      words: wordSet(textsOf(content).join(" ")),
    }));
    const close: string[] = [];
    for (const [index, a] of insights.entries())
      for (const b of insights.slice(index + 1))
        if (jaccard(a.words, b.words) > 0.8) close.push([a.planted, b.planted].sort().join(" + "));
    expect(close.sort()).toEqual([
      "duplicate-callers-a + duplicate-callers-b",
      "duplicate-format-a + duplicate-format-b",
      "duplicate-units-a + duplicate-units-b",
    ]);
  });
});

describe("the words", () => {
  const memoryTexts = pool.memories.flatMap(({ content, task }) => [task, ...textsOf(content)]);
  const prose = pool.memories
    .filter(({ type }) => type === "summary" || type === "insight")
    .flatMap(({ content }) => textsOf(content));

  it("leave no slot unfilled", () => {
    const all = [
      ...memoryTexts,
      ...pool.tasks.map(({ name }) => name),
      ...pool.retrievals.map(({ query }) => query),
    ];
    for (const { steps } of pool.trajectories) all.push(...textsOf(steps));
    const unfilled = /\{(?:n|m|t|line|file|thing|twist|scope|slug|code|num)\}/;
    expect(all.filter((text) => unfilled.test(text))).toEqual([]);
  });

  it("are prose without double blanks, double full stops or small first letters", () => {
    // Quoted commands have their own spacing.
    const outsideQuotes = prose.map((text) => text.replace(/`[^`]*`/g, "`x`"));
    expect(outsideQuotes.filter((text) => / {2}|\.\.(?!\.)| ,| \.(?=\s|$)/.test(text))).toEqual([]);
    expect(prose.filter((text) => !/^[A-Z"]/.test(text))).toEqual([]);
    expect(outsideQuotes.filter((text) => /[a-z]\. [a-z]/.test(text))).toEqual([]);
  });

  it("have no doubled word and no wrong article", () => {
    expect(prose.filter((text) => /\b(the|a|an|of|in|and|to|is|was|that) \1\b/i.test(text))).toEqual([]);
    expect(
      prose.filter((text) => /\ba (?=[aeio][a-z])(?!one|once|and)/i.test(text.replace(/`[^`]*`/g, ""))),
    ).toEqual([]);
  });

  it("end sentences with a full stop in insights and summaries, and titles without", () => {
    for (const { content } of ofType("insight").filter(({ planted }) => planted === null)) {
      const [title = "", description = "", body = ""] = textsOf(content);
      expect(title).toMatch(/[^.]$/);
      expect(description).toMatch(/\.$/);
      expect(body).toMatch(/\.$/);
    }
    for (const { content } of ofType("summary"))
      for (const text of textsOf(content)) expect(text).toMatch(/[.]"?$/);
  });

  it("name no file, command or string in insights, but for the planted one", () => {
    const naming =
      /[\w-]+\.(?:py|ts|js|rs|go|c|h|cpp|java|md|csv|json|toml|txt|sh|sql)\b|\/\w+\/|`|\$ |_\w+\(|(?<=\s)'[^']+'/;
    const found = ofType("insight").filter(({ content }) => naming.test(textsOf(content).join(" ")));
    expect(found.map(({ planted }) => planted)).toEqual(["names-files-resolver"]);
  });

  it("grow more abstract: 5 to 14 steps, then commands, then prose", () => {
    for (const { content } of ofType("trajectory")) {
      const steps = "steps" in content ? content.steps : [];
      expect(steps.length).toBeGreaterThanOrEqual(5);
      expect(steps.length).toBeLessThanOrEqual(14);
    }
    for (const { content } of ofType("workflow"))
      expect("steps" in content ? content.steps.length : 0).toBeGreaterThanOrEqual(4);
  });
});

describe("the planted truths", () => {
  it("are each in the pool once, under their title, benchmark and type", () => {
    for (const planted of PLANTED) {
      const found = pool.memories.filter((memory) => memory.planted === planted.key);
      expect(found, planted.key).toHaveLength(1);
      const [memory] = found;
      expect(memory).toMatchObject({ type: planted.type, benchmark: planted.benchmark, lifecycle: "active" });
      expect(memory && titleOf(parseContent(memory.type, memory.content), memory.task)).toBe(planted.title);
    }
  });

  it("are of every kind that the docs promise", () => {
    const kinds = Map.groupBy(PLANTED, ({ kind }) => kind);
    expect(Object.fromEntries([...kinds].map(([kind, each]) => [kind, each.length]))).toEqual({
      harmful: 3,
      "near-duplicate": 6,
      stale: 1,
      mislabeled: 1,
      "names-files": 1,
    });
  });
});

it("is listed in the docs, truth by truth", () => {
  const docs = readFileSync(new URL("../../../docs/demo-pool.md", import.meta.url), "utf8");
  for (const { kind, type, benchmark, title, truth } of PLANTED)
    expect(docs).toContain(`| ${kind} | ${type} | ${benchmark} | ${title} | ${truth} |`);
});
