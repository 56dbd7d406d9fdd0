import { expect, it } from "vitest";
import { csvOf } from "#lib/shared/csv.ts";
import { seededRandom } from "#lib/shared/random.ts";
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

/** All rows of a text, by reading it character by character: slow, and plain enough to be believed. */
function naiveRows(text: string): string[][] {
  const rows: string[][] = [[""]];
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows.at(-1) ?? [];
    const add = (part: string) => row.push(`${row.pop() ?? ""}${part}`);
    if (text[at] === '"' && isQuoted && text[at + 1] === '"') {
      add('"');
      at += 1;
    } else if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === "," && !isQuoted) row.push("");
    else if (text[at] === "\n" && !isQuoted) rows.push([""]);
    else add(text[at] ?? "");
  }
  return rows;
}

it("agrees with a reader by characters on whatever cells are written", () => {
  const random = seededRandom(31);
  const parts = ['"', ",", "\n", "\r", "a", "é", "🙂", " ", "'", ""];
  const cell = () =>
    Array.from({ length: Math.floor(random() * 6) }, () => parts[Math.floor(random() * parts.length)]).join(
      "",
    );
  const written = (text: string) =>
    /[",\n\r]/.test(text) || random() < 0.2 ? `"${text.replaceAll('"', '""')}"` : text;
  for (let round = 0; round < 300; round += 1) {
    const rows = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      Array.from({ length: 1 + Math.floor(random() * 4) }, cell),
    );
    const text = rows.map((row) => row.map(written).join(",")).join("\n");
    const read = rowsOf(...text.split("\n")).filter((row) => row !== null);
    expect(read).toEqual(rows);
    expect(naiveRows(text)).toEqual(rows);
  }
});
