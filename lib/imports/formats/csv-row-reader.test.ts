import { expect, it } from "vitest";
import { csvOf } from "#lib/shared/csv.ts";
import { CsvRowReader } from "./csv-row-reader.ts";

/** The rows of some lines. */
function rowsOf(...lines: string[]): (string[] | null)[] {
  const reader = new CsvRowReader();
  return lines.map((line) => reader.add(line, "\n"));
}

it("reads a row as it was written", () => {
  const cells = [
    "",
    "a",
    "a,b",
    'say "hi"',
    '"',
    "two\nlines",
    '"\n"',
    "x\n\n",
    "two\r\nlines",
    "two\rlines",
    "it's",
  ];
  const columns = cells.map((cell, index) => [`${index}`, () => cell] as const);
  const row = csvOf(columns, [null]).split("\r\n").slice(1).join("\r\n").slice(0, -2);
  const read = rowsOf(...row.split("\n"));
  expect(read.at(-1)).toEqual(cells);
  expect(read.slice(0, -1).every((part) => part === null)).toBe(true);
});

it.each([
  ["", [[""]]],
  ["a,", [["a", ""]]],
  [",", [["", ""]]],
  ['"",b', [["", "b"]]],
  ['a"b,c', [['a"b', "c"]]],
  ['"a"b,c', [["a", "c"]]],
])("reads %j", (line, rows) => {
  expect(rowsOf(line)).toEqual(rows);
});

it("goes on with the next row after one that spans lines, or was given up", () => {
  expect(rowsOf('a,"b', '","c"', "d,e")).toEqual([null, ["a", "b\n", "c"], ["d", "e"]]);
  const reader = new CsvRowReader();
  expect([reader.add('a,"open', "\r\n"), reader.size]).toEqual([null, 9]);
  reader.restart();
  expect([reader.size, reader.add("b,c")]).toEqual([0, ["b", "c"]]);
});
