import { describe, expect, it } from "vitest";
import { contentSaying } from "#lib/testing/memories.ts";
import { countPromptTokens } from "./count-tokens.ts";
import { observationLimit, type PromptMemory, renderPrompt } from "./prompt.ts";

function memory(type: PromptMemory["type"], outcome: PromptMemory["outcome"] = "passed"): PromptMemory {
  return { ...contentSaying(type, `words of a ${type}`), task: "The task", outcome };
}

describe("renderPrompt", () => {
  it("is empty without memories", () => {
    expect(renderPrompt([], true)).toEqual({ text: "", unmarkedFailures: [] });
  });

  it("numbers the items in order and asks to name the one in use", () => {
    const { text } = renderPrompt([memory("insight"), memory("summary"), memory("workflow")], true);
    const headings = [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(["Memory Item 1", "Memory Item 2", "Memory Item 3"]);
    expect(text).toMatch(/every step by stating which item you use/);
  });

  it.each([
    {
      type: "trajectory",
      warned: true,
      verdict: true,
      why: "commands of a failed attempt look like a recipe",
    },
    { type: "workflow", warned: true, verdict: false, why: "its verdict is hidden in the published agent" },
    { type: "summary", warned: false, verdict: true, why: "it tells the outcome itself" },
    { type: "insight", warned: false, verdict: false, why: "its verdict is hidden in the published agent" },
  ] as const)("$type: $why", ({ type, warned, verdict }) => {
    const { text } = renderPrompt([memory(type, "failed")], false);
    expect(text.includes("verdicts are sometimes wrong")).toBe(warned);
    expect(text.includes("Verdict: the attempt failed")).toBe(verdict);
  });

  it.each([
    { type: "insight", outcome: "failed", polarity: false, unmarked: [1], why: "shown like any other" },
    { type: "workflow", outcome: "failed", polarity: false, unmarked: [1], why: "shown like a recipe" },
    { type: "summary", outcome: "failed", polarity: false, unmarked: [], why: "the verdict says it" },
    { type: "insight", outcome: "failed", polarity: true, unmarked: [], why: "the warning says it" },
    { type: "insight", outcome: "passed", polarity: false, unmarked: [], why: "nothing to warn of" },
    { type: "insight", outcome: "unknown", polarity: false, unmarked: [], why: "not known to have failed" },
  ] as const)("$type $outcome, marks $polarity: $why", ({ type, outcome, polarity, unmarked }) => {
    const block = renderPrompt([memory(type, outcome)], polarity);
    expect(block.unmarkedFailures).toEqual(unmarked);
    expect(block.text.includes("Warning: learned from a failed attempt")).toBe(
      outcome === "failed" && polarity,
    );
  });

  it("cuts an observation at 300 characters, never inside one", () => {
    const long = memory("trajectory");
    if (long.type === "trajectory") long.content.steps = [{ action: "cat", observation: "🙂".repeat(400) }];
    const { text } = renderPrompt([long], true);
    expect(text.match(/🙂/gu)).toHaveLength(observationLimit);
    expect(text).toContain("[cut]");
    expect(text).not.toMatch(/\p{Surrogate}/u);
    if (long.type === "trajectory") long.content.steps = [{ action: "cat", observation: "x".repeat(300) }];
    expect(renderPrompt([long], true).text).not.toContain("[cut]");
  });

  it("takes the wording made for the task in place of the content", () => {
    const { text } = renderPrompt([{ ...memory("insight"), rewritten: "Made for this one." }], true);
    expect(text).toContain("Made for this one.");
    expect(text).not.toContain("words of a insight");
  });

  it("keeps what a memory says as it is, also what looks like markup", () => {
    const hostile = { ...memory("insight"), ...contentSaying("insight", "<img src=x onerror=alert(1)>") };
    expect(renderPrompt([hostile as PromptMemory], true).text).toContain("<img src=x onerror=alert(1)>");
  });
});

describe("countPromptTokens", () => {
  it.each([
    { text: "", tokens: 0, why: "nothing" },
    { text: "hello world", tokens: 2, why: "two common words" },
  ])("$why", async ({ text, tokens }) => {
    expect(await countPromptTokens(text)).toBe(tokens);
  });

  it("takes a written-out control token as text", async () => {
    expect(await countPromptTokens("<|endoftext|>")).toBeGreaterThan(1);
  });
});
