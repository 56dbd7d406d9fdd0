import { expect, it } from "vitest";
import { fixed, percent, textTable } from "./text-table.ts";

it("lines columns up, numbers to the right", () => {
  expect(
    textTable(
      ["name", "n"],
      [
        ["short", 5],
        ["a longer one", 1000],
      ],
    ),
  ).toBe(["name             n", "short            5", "a longer one  1000"].join("\n"));
});

it("keeps a row on one line", () => {
  expect(textTable([""], [["one\n two"]])).toBe("\none two");
  expect(textTable([""], [["x".repeat(9)]], 4)).toBe("\nxxx…");
});

it.each([
  [percent(0.125), "12.5%"],
  [percent(null), "-"],
  [fixed(2.34567, 2), "2.35"],
  [fixed(undefined), "-"],
])("%s is written %s: what is unknown is never 0", (text, expected) => {
  expect(text).toBe(expected);
});
