import { expect, it } from "vitest";
import { csvCell, csvRow, parseCsvRow, unguarded } from "./csv.ts";

it.each([
  ["plain", "plain", "nothing to quote"],
  ['say "hi"', '"say ""hi"""', "quotes are doubled"],
  ["a,b", '"a,b"', "a comma ends a cell"],
  ["two\nlines", '"two\nlines"', "a line break ends a row"],
  ["=1+1", "'=1+1", "a spreadsheet would compute it"],
  ["＝1+1", "'＝1+1", "so it would in full width"],
  ["＋1", "'＋1", "full-width plus"],
  ["－1", "'－1", "full-width minus"],
  ["＠a", "'＠a", "full-width at"],
  ["\t=1", `"'\t=1"`, "behind a tab"],
  ["\r=1", `"'\r=1"`, "behind a line end"],
  ["@import", "'@import", "a spreadsheet would look it up"],
  ["-rf, all", `"'-rf, all"`, "guarded and quoted"],
  ["'quoted'", "''quoted'", "an apostrophe of the text's own"],
  [null, "", "unknown is empty, not 0"],
  [-3, "-3", "numbers stay numbers"],
] as [string | number | null, string, string][])("%j becomes %j: %s", (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

it("reads back what it wrote", () => {
  const texts = [
    "",
    "a",
    "a,b",
    'say "hi"',
    '"',
    "two\nlines",
    "=1",
    "＝1",
    "'",
    "'=x",
    "''",
    "\t",
    "-",
    "it's",
  ];
  const row = csvRow(texts).slice(0, -2);
  expect(parseCsvRow(row)?.map(unguarded)).toEqual(texts);
  expect(parseCsvRow('a,"open')).toBeNull();
  expect(parseCsvRow("")).toEqual([""]);
});
