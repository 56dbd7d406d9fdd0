import { describe, expect, it } from "vitest";
import { type FormValues, readField, sameValues, textOfValues, withField } from "./form-values.ts";

const insight: FormValues = {
  task: "Fix it",
  outcome: "passed",
  content: { title: "T", description: "D", content: "C" },
};

describe("textOfValues", () => {
  it("names the fields of an insight", () => {
    expect(textOfValues("insight", insight)).toBe(
      "Title: T\nDescription: D\nContent: C\nOutcome: passed\nTask: Fix it",
    );
  });

  it("numbers commands and the steps of a trajectory", () => {
    const workflow = { ...insight, content: { goal: "G", steps: ["a", "b"] } };
    expect(textOfValues("workflow", workflow)).toContain("Goal: G\n1. a\n2. b");
    const trajectory = { ...insight, content: { steps: [{ action: "ls", observation: "x" }] } };
    expect(textOfValues("trajectory", trajectory)).toContain("1. ls\nx");
  });
});

it("reads and replaces a field without touching the rest", () => {
  const changed = withField(insight.content, "title", "New");
  expect(readField(changed, "title")).toBe("New");
  expect(readField(changed, "description")).toBe("D");
  expect(readField(insight.content, "title")).toBe("T");
  expect(readField(insight.content, "goal")).toBe("");
});

it("tells whether anything was typed", () => {
  expect(sameValues(insight, structuredClone(insight))).toBe(true);
  expect(sameValues(insight, { ...insight, outcome: "failed" })).toBe(false);
});
