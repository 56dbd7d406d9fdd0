import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { describeArm } from "./describe-arm.ts";
import { incompleteText } from "./incomplete-runs.ts";
import { outcomesOfBins, passAtOfBins, type TaskBin } from "./pass-at.ts";
import { describeShown, parseSteps, stepToText, truncateText } from "./trajectory-steps.ts";

describe("parseSteps", () => {
  it("gives as many steps as are stored, whatever they are: none is lost", () => {
    const stored = [
      null,
      7,
      "said",
      [],
      {},
      { source: 1 },
      { action: null },
      { message: "" },
      { action: "ls", extra: {} },
    ];
    const steps = parseSteps(stored);
    expect(steps).toHaveLength(stored.length);
    expect(steps.map(({ source }) => source)).toEqual([
      "unknown",
      "unknown",
      "unknown",
      "unknown",
      "agent",
      "unknown",
      "agent",
      "agent",
      "agent",
    ]);
    expect(steps[2]?.message).toBe("said");
  });

  it.each([null, undefined, "steps", 5, {}, true])("takes %j for no steps", (stored) => {
    expect(parseSteps(stored)).toEqual([]);
  });
});

describe("truncateText", () => {
  it("keeps and omits together what there is, and cuts no character in half, wherever the limit falls", () => {
    const random = seededRandom(8);
    const signs = ["a", "é", "🙂", "\n", "日", "👩‍💻"];
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: 20 }, () => signs[Math.floor(random() * signs.length)]).join("");
      const limit = 1 + Math.floor(random() * 50);
      const { text: kept, omitted } = truncateText(text, limit);
      expect(text.startsWith(kept)).toBe(true);
      expect(kept.length + omitted).toBe(text.length);
      expect(kept.length).toBeLessThanOrEqual(limit);
      expect(kept).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it.each([0, 1])("keeps nothing of an emoji for a limit of %i", (limit) => {
    expect(truncateText("🙂", limit)).toEqual({ text: "", omitted: 2 });
  });
});

it("a step without anything is an empty text, and a whole one says its parts in the order they came", () => {
  const none = { source: "agent", message: null, reasoning: null, action: null, observation: null };
  expect(stepToText(none)).toBe("");
  const all = { source: "agent", message: "m", reasoning: "r", action: "a", observation: "o" };
  expect([...stepToText(all).matchAll(/^\[(\w+)\]$/gm)].map(([, part]) => part)).toEqual([
    "message",
    "reasoning",
    "action",
    "observation",
  ]);
});

describe("what a log shows of a memory", () => {
  it.each([null, undefined, 3, "", [], {}, { title: "" }, { insight: null }, { title: 5, content: [] }])(
    "has a title for %j",
    (shown) => {
      expect(describeShown(shown).title).toBe("Memory not in the pool");
    },
  );

  it.each([
    [{ title: "own", insight: { title: "nested" } }, "own", "the record before what is inside it"],
    [{ title: "  ", goal: "a goal" }, "a goal", "the first that says something"],
    [{ task_name: "t", task: "the task" }, "the task", "names in the order of what they tell"],
  ])("is called after %j: %s, %s", (shown, title, _why) => {
    expect(describeShown(shown).title).toBe(title);
  });

  it("keeps all that it says, so that nothing of a foreign log is lost", () => {
    const shown = { title: "T", deep: { list: [1, { x: "y" }] }, n: null };
    expect(JSON.parse(describeShown(shown).raw)).toEqual(shown);
  });
});

describe("pass@k", () => {
  const random = seededRandom(6);
  const some = () => Math.floor(random() * 5);
  const bins = (): TaskBin[] =>
    Array.from({ length: 1 + some() }, () => ({
      tasks: 1 + some(),
      outcomes: { passed: some(), failed: some(), errored: some(), missing: some() },
    }));

  it("lies between 0 and 1, and never falls with k where the same tasks count", () => {
    for (let round = 0; round < 200; round++) {
      const given = bins().map((bin) => ({
        ...bin,
        outcomes: { ...bin.outcomes, failed: bin.outcomes.failed + 5 },
      }));
      const values = [1, 2, 3, 4, 5].map((k) => passAtOfBins(given, k).value ?? Number.NaN);
      for (const [i, value] of values.entries()) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        if (i > 0) expect(value).toBeGreaterThanOrEqual((values[i - 1] ?? 0) - 1e-12);
      }
    }
  });

  it("is the same however alike tasks are put together", () => {
    for (let round = 0; round < 100; round++) {
      const given = bins();
      const apart = given.flatMap(({ tasks, outcomes }) =>
        Array.from({ length: tasks }, () => ({ tasks: 1, outcomes })),
      );
      for (const k of [1, 3]) {
        const [together, single] = [passAtOfBins(given, k), passAtOfBins(apart, k)];
        expect(single.tasks).toBe(together.tasks);
        if (together.value === null) expect(single.value).toBeNull();
        else expect(single.value).toBeCloseTo(together.value, 12);
      }
      expect(outcomesOfBins(apart)).toEqual(outcomesOfBins(given));
    }
  });

  it("is not known of nothing, and counts nothing", () => {
    expect(passAtOfBins([], 1)).toEqual({ k: 1, value: null, solved: 0, tasks: 0 });
    expect(outcomesOfBins([])).toEqual({ passed: 0, failed: 0, errored: 0, missing: 0 });
  });

  it("counts a task whose attempts are all missing nowhere", () => {
    const missing = { tasks: 9, outcomes: { passed: 0, failed: 0, errored: 0, missing: 3 } };
    expect(passAtOfBins([missing], 1)).toMatchObject({ value: null, tasks: 0 });
  });
});

it("speaks of one incomplete run and of several, and of what to do", () => {
  expect(incompleteText([{ name: "a" }])).toMatch(/^a is incomplete: .*again/i);
  expect(incompleteText([{ name: "a" }, { name: "b" }])).toMatch(/^a and b are incomplete: /);
});

it("names the scope of memory where it is known, and none for runs without memory", () => {
  expect(describeArm({ arm: "memory", memoryType: null, scope: "in_domain" })).toBe("memory, in-domain");
  expect(describeArm({ arm: "zero_shot", memoryType: "insight", scope: "in_domain" })).toBe("zero-shot");
});
