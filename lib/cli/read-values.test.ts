import { describe, expect, it } from "vitest";
import { type Input, UsageError } from "./command.ts";
import { filterOf } from "./filter.ts";
import { choiceOf, given, numberOf, rejectPositionals, requiredText } from "./read-values.ts";

function typed(values: Input["values"], positionals: string[] = []): Input {
  return { values, positionals };
}

describe("what is typed", () => {
  it("is read as asked", () => {
    const input = typed({ k: "3", type: "insight", out: "pool.jsonl" });
    expect(numberOf(input, "k")).toBe(3);
    expect(choiceOf(input, "type", ["insight", "summary"])).toBe("insight");
    expect(requiredText(input, "out")).toBe("pool.jsonl");
  });

  it("is undefined where nothing is", () => {
    expect([numberOf(typed({}), "k"), choiceOf(typed({}), "type", ["a"])]).toEqual([undefined, undefined]);
  });

  it.each([
    ["a number that is none", () => numberOf(typed({ k: "three" }), "k")],
    ["an empty number", () => numberOf(typed({ k: " " }), "k")],
    ["a word that is no choice", () => choiceOf(typed({ type: "note" }), "type", ["insight"])],
    ["a missing one", () => requiredText(typed({}), "out")],
    ["a word too many", () => rejectPositionals(typed({}, ["extra"]))],
    ["a filter of what there is not", () => filterOf(typed({ filter: "color=red" }))],
  ])("is wrong usage: %s", (_what, read) => {
    expect(read).toThrow(UsageError);
  });
});

it("given leaves out what is undefined, and keeps what is empty", () => {
  expect(given({ a: undefined, b: 0, c: "" })).toEqual({ b: 0, c: "" });
});
