import { expect, it } from "vitest";
import { csvOf } from "#lib/shared/csv.ts";
import { parseCsvRow } from "./parse-csv-row.ts";

it("reads a row as it was written", () => {
  const cells = ["", "a", "a,b", 'say "hi"', '"', "two\nlines", "two\r\nlines", "two\rlines", "it's"];
  const columns = cells.map((cell, index) => [`${index}`, () => cell] as const);
  const row = csvOf(columns, [null]).split("\r\n").slice(1).join("\r\n").slice(0, -2);
  expect(parseCsvRow(row)).toEqual(cells);
});

it("knows a row that goes on, and an empty one", () => {
  expect(parseCsvRow('a,"open')).toBeNull();
  expect(parseCsvRow("")).toEqual([""]);
});
