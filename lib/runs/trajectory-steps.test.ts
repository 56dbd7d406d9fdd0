import { describe, expect, it } from "vitest";
import { describeShown, parseSteps, stepToText, truncateText } from "./trajectory-steps.ts";

describe("parseSteps", () => {
  it("reads the stored shape and turns what is absent or empty into null", () => {
    expect(parseSteps([{ source: "agent", action: "ls", observation: "" }, { message: "hi" }])).toEqual([
      { source: "agent", message: null, reasoning: null, action: "ls", observation: null },
      { source: "agent", message: "hi", reasoning: null, action: null, observation: null },
    ]);
  });

  it("shows a foreign step as JSON instead of losing it", () => {
    const [step] = parseSteps([{ action: { name: "bash", args: ["<b>"] } }]);
    expect(step?.source).toBe("unknown");
    expect(step?.message).toContain("<b>");
  });

  it("takes anything that is no list for no steps", () => {
    expect(parseSteps({ steps: [] })).toEqual([]);
  });
});

describe("truncateText", () => {
  it.each([
    { text: "abc", limit: 3, kept: "abc", omitted: 0, why: "exactly fits" },
    { text: "abcd", limit: 3, kept: "abc", omitted: 1, why: "one too many" },
    { text: "ab\u{1F600}", limit: 3, kept: "ab", omitted: 2, why: "half an emoji is none" },
  ])("$why", ({ text, limit, kept, omitted }) => {
    expect(truncateText(text, limit)).toEqual({ text: kept, omitted });
  });
});

describe("stepToText", () => {
  it("names the parts that are there", () => {
    const step = { source: "agent", message: null, reasoning: null, action: "ls", observation: "a\nb" };
    expect(stepToText(step)).toBe("[action]\nls\n\n[observation]\na\nb\n");
  });
});

describe("describeShown", () => {
  it.each([
    {
      shown: { title: "T", content: "C", benchmark: "b" },
      title: "T",
      text: "C",
      benchmark: "b",
      why: "flat insight",
    },
    {
      shown: { insight: { title: "T", content: "C" } },
      title: "T",
      text: "C",
      benchmark: null,
      why: "nested insight",
    },
    {
      shown: { task_summary: "S", experience_summary: "E" },
      title: "S",
      text: "E",
      benchmark: null,
      why: "summary",
    },
    { shown: "raw", title: "Memory not in the pool", text: "raw", benchmark: null, why: "plain text" },
  ])("$why", ({ shown, title, text, benchmark }) => {
    expect(describeShown(shown)).toMatchObject({ title, text, benchmark });
  });

  it("reads a workflow's steps as lines", () => {
    expect(describeShown({ goal: "G", steps: ["a", "b"] }).text).toBe("a\nb");
  });

  it("says that the log only names a memory, and keeps all that it says", () => {
    const { text, raw } = describeShown({ type: "insight", title: "T" });
    expect(text).toBeNull();
    expect(raw).toContain('"insight"');
  });
});
