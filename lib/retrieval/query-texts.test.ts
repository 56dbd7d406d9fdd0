import { describe, expect, it } from "vitest";
import { memoryTypes } from "#lib/memories/content.ts";
import { typeQueries } from "./query-texts.ts";

const both = { text: "the task", plan: " the plan ", goal: "the goal" };

describe("typeQueries", () => {
  it.each([
    ["trajectory", "task text", "the task"],
    ["workflow", "plan", "the plan"],
    ["insight", "plan", "the plan"],
    ["summary", "goal", "the goal"],
  ] as const)("compares a %s with the %s", (type, kind, text) => {
    expect(typeQueries(both, type)).toEqual([{ type, kind, text }]);
  });

  it("has the task's text stand in for what is not given", () => {
    const queries = typeQueries({ text: "the task", plan: "  " }, "all");
    expect(queries.map(({ type }) => type).sort()).toEqual([...memoryTypes].sort());
    expect(new Set(queries.map(({ kind }) => kind))).toEqual(new Set(["task text"]));
  });
});
