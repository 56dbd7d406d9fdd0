import { expect, it } from "vitest";
import { splitByQuotes } from "./split-by-quotes.ts";

const kinds = (text: string, query: string, quotes: string[]) =>
  splitByQuotes(text, query, quotes).map(({ kind, text: piece }) => `${kind}:${piece}`);

it("marks what is searched for and what a memory says, in any case", () => {
  expect(kinds("Run the TESTS first", "tests", ["run the"])).toEqual([
    "quote:Run the",
    "plain: ",
    "query:TESTS",
    "plain: first",
  ]);
});

it("lets the query win where both begin at one place, and never repeats or loses a letter", () => {
  const text = "aaab run it, run it all";
  for (const [query, quotes] of [
    ["aa", ["aaab", "run it all"]],
    ["", []],
    ["run it", ["it, run"]],
  ] as const) {
    const pieces = splitByQuotes(text, query, quotes);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  }
  expect(kinds("abc", "ab", ["abc"])).toEqual(["query:ab", "plain:c"]);
});

it("keeps the marks of one text within bounds", () => {
  expect(splitByQuotes("ab".repeat(5000), "a", []).filter(({ kind }) => kind === "query")).toHaveLength(500);
});
