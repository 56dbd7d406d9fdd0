import { describe, expect, it } from "vitest";
import { bodyOf, memoryTypes, plainTextOf, type TypedContent, titleOf } from "./content.ts";
import { embeddedTextOf, embeddedTextSetting } from "./embedded-text.ts";
import { changesOf } from "./revisions.ts";

const insight = (title: string): TypedContent => ({
  type: "insight",
  content: { title, description: "When", content: "How" },
});

const ofEachType: Record<TypedContent["type"], TypedContent> = {
  trajectory: {
    type: "trajectory",
    content: {
      steps: [
        { action: "ls", observation: "" },
        { action: "cat a", observation: "b\nc" },
      ],
    },
  },
  workflow: { type: "workflow", content: { goal: "Rebuild", steps: ["make"] } },
  summary: { type: "summary", content: { taskSummary: "A bug", experience: "Read the tests" } },
  insight: insight("Bisect"),
};

describe("titleOf", () => {
  it.each([
    ["as long as fits", 160, 160, false],
    ["one letter longer", 161, 160, true],
    ["much longer", 5000, 160, true],
  ])("shows of a line %s: %i letters become %i, cut: %s", (_why, letters, shown, isCut) => {
    const title = titleOf(insight("x".repeat(letters)), "");
    expect([title.length, title.endsWith("…")]).toEqual([shown, isCut]);
  });

  it("never cuts a letter of two halves in the middle, wherever it stands", () => {
    for (let before = 155; before <= 162; before++) {
      const title = titleOf(insight(`${"x".repeat(before)}👍${"y".repeat(20)}`), "");
      expect(title).not.toMatch(/\p{Surrogate}/u);
      expect(title.length).toBeLessThanOrEqual(160);
    }
  });

  it.each([
    ["the first line with words", "\n\t\n  Fix it  \nnow", "Fix it"],
    ["a line that ends as on Windows", "Fix it\r\nnow", "Fix it"],
    ["nothing said at all", " \r\n ", "(untitled)"],
  ])("of a task: %s", (_why, task, title) => {
    expect(titleOf(ofEachType.trajectory, task)).toBe(title);
  });
});

describe("the texts of a memory", () => {
  it.each(memoryTypes)("of type %s: all of its body is in its plain text", (type) => {
    const memory = ofEachType[type];
    expect(plainTextOf(memory)).toContain(bodyOf(memory));
    expect(bodyOf(memory)).not.toBe("");
  });

  it.each(memoryTypes)("of type %s: task and content embed as they are, whatever the default", (type) => {
    const memory = ofEachType[type];
    const setting = (value: string) => embeddedTextSetting.parse({ [type]: value });
    expect(embeddedTextOf(memory, "the task", setting("task"))).toBe("the task");
    expect(embeddedTextOf(memory, "the task", setting("content"))).toBe(plainTextOf(memory));
  });

  it("refuses to embed a field that the type has not", () => {
    expect(embeddedTextSetting.safeParse({ insight: "goal" }).success).toBe(false);
    expect(embeddedTextSetting.safeParse({ trajectory: "title" }).success).toBe(false);
  });
});

describe("changesOf", () => {
  it("finds none between equal values, whatever the order of their keys", () => {
    const values = { tags: ["a", "b"], content: { goal: "x", steps: ["1", "2"] }, task: null };
    const turned = { task: null, content: { steps: ["1", "2"], goal: "x" }, tags: ["a", "b"] };
    expect(changesOf(values, turned)).toEqual([]);
    expect(changesOf({}, {})).toEqual([]);
  });

  it("takes the parts of content as fields, and steps as the lines a reader compares", () => {
    const steps = (observation: string) => ({ steps: [{ action: "ls", observation }] });
    expect(changesOf({ content: steps("a") }, { content: steps("b") })).toEqual([
      { field: "steps", before: "action: ls\nobservation: a", after: "action: ls\nobservation: b" },
    ]);
  });

  it("is the same change backwards", () => {
    const [one, other] = [
      { outcome: "passed", tags: ["a"], content: { title: "x" } },
      { outcome: "failed", generator: "g", content: { title: "x", goal: "y" } },
    ];
    const there = changesOf(one, other);
    const back = new Map(changesOf(other, one).map((change) => [change.field, change]));
    expect(there.map(({ field }) => field).sort()).toEqual(["generator", "goal", "outcome", "tags"]);
    for (const { field, before, after } of there)
      expect(back.get(field)).toEqual({ field, before: after, after: before });
  });

  it.each([
    ["nothing known and not there", null, undefined],
    ["an empty text and nothing known", "", null],
    ["a number and its text", 1, "1"],
  ])("sees no difference for a reader between %s", (_what, before, after) => {
    expect(changesOf({ generator: before }, { generator: after })).toEqual([]);
  });
});
