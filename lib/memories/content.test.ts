import { describe, expect, it } from "vitest";
import { parseContent, plainTextOf, type TypedContent, titleOf } from "./content.ts";
import { defaultEmbeddedText, embeddedTextOf, embeddedTextSetting } from "./embedded-text.ts";
import { ineligibility } from "./servable.ts";

const task = "Fix the parser.\nIt drops the last line.";
const memories: Record<TypedContent["type"], TypedContent> = {
  trajectory: { type: "trajectory", content: { steps: [{ action: "ls", observation: "a.py" }] } },
  workflow: { type: "workflow", content: { goal: "Rebuild", steps: ["make", "make test"] } },
  summary: { type: "summary", content: { taskSummary: "A parser bug", experience: "Read the tests" } },
  insight: { type: "insight", content: { title: "Bisect", description: "When", content: "How" } },
};

describe("titleOf", () => {
  it.each([
    {
      type: "trajectory",
      title: "Fix the parser.",
      why: "a trajectory has no words of its own: the task's first line",
    },
    { type: "workflow", title: "Rebuild", why: "the goal" },
    { type: "summary", title: "A parser bug", why: "the summary of the task" },
    { type: "insight", title: "Bisect", why: "its title" },
  ] as const)("$type: $why", ({ type, title }) => {
    expect(titleOf(memories[type], task)).toBe(title);
  });

  it("cuts a long line, skips empty ones, and never is empty", () => {
    expect(titleOf(memories.trajectory, "x".repeat(500))).toHaveLength(160);
    expect(titleOf(memories.trajectory, "\n  \n second")).toBe("second");
    expect(titleOf(memories.trajectory, " \n ")).toBe("(untitled)");
  });
});

describe("plainTextOf", () => {
  it.each([
    { type: "trajectory", text: "ls\na.py" },
    { type: "workflow", text: "Rebuild\nmake\nmake test" },
    { type: "summary", text: "A parser bug\nRead the tests" },
    { type: "insight", text: "Bisect\nWhen\nHow" },
  ] as const)("$type in reading order", ({ type, text }) => {
    expect(plainTextOf(memories[type])).toBe(text);
  });
});

describe("parseContent", () => {
  it.each(Object.values(memories))("reads back a $type", (memory) => {
    expect(parseContent(memory.type, memory.content)).toEqual(memory);
  });

  it.each([
    { why: "another type's content", type: "insight", content: memories.workflow.content },
    { why: "no step", type: "trajectory", content: { steps: [] } },
    { why: "an empty line where words are due", type: "workflow", content: { goal: " ", steps: ["a"] } },
    { why: "a field no type has", type: "summary", content: { ...memories.summary.content, note: "x" } },
  ] as const)("throws on $why", ({ type, content }) => {
    expect(() => parseContent(type, content)).toThrow();
  });
});

describe("embeddedTextOf", () => {
  it.each([
    { type: "trajectory", text: task },
    { type: "workflow", text: "Rebuild" },
    { type: "summary", text: "A parser bug" },
    { type: "insight", text: "Bisect" },
  ] as const)("$type by default", ({ type, text }) => {
    expect(embeddedTextOf(memories[type], task, defaultEmbeddedText)).toBe(text);
  });

  it("takes the task or the whole content where the setting says so", () => {
    const setting = embeddedTextSetting.parse({ insight: "content", workflow: "task" });
    expect(embeddedTextOf(memories.insight, task, setting)).toBe("Bisect\nWhen\nHow");
    expect(embeddedTextOf(memories.workflow, task, setting)).toBe(task);
  });
});

describe("ineligibility", () => {
  const at = new Date("2026-06-15T12:00:00Z");
  const [before, after] = [new Date(at.getTime() - 1), new Date(at.getTime() + 1)];
  const open = { lifecycle: "active", validFrom: null, validUntil: null } as const;
  it.each([
    { why: "active without a window", memory: open, reason: null },
    { why: "a candidate", memory: { ...open, lifecycle: "candidate" as const }, reason: "candidate" },
    {
      why: "deprecated, whatever its window",
      memory: { ...open, lifecycle: "deprecated" as const, validUntil: before },
      reason: "deprecated",
    },
    { why: "the first moment counts", memory: { ...open, validFrom: at }, reason: null },
    { why: "before the first moment", memory: { ...open, validFrom: after }, reason: "not yet valid" },
    { why: "the last moment does not count", memory: { ...open, validUntil: at }, reason: "expired" },
    { why: "just before the end", memory: { ...open, validUntil: after }, reason: null },
  ])("$why", ({ memory, reason }) => {
    expect(ineligibility(memory, at)).toBe(reason);
  });
});
