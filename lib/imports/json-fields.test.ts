import { expect, it } from "vitest";
import { amountOf, countOf, timeOf } from "./json-fields.ts";

it.each([
  ["2026-03-01T10:20:30Z", "2026-03-01T10:20:30.000Z", "RFC 3339"],
  ["2026-03-01t10:20:30.123456789z", "2026-03-01T10:20:30.123Z", "small letters, nanoseconds"],
  ["2026-03-01T10:20:30.5+02:00", "2026-03-01T08:20:30.500Z", "a zone"],
  ["2026-03-01 10:20:30-0530", "2026-03-01T15:50:30.000Z", "a blank, a zone without a colon"],
  ["2026-03-01 10:20:30+00", "2026-03-01T10:20:30.000Z", "as a database prints it"],
  ["2026-03-01T10:20", "2026-03-01T10:20:00.000Z", "no seconds, no zone"],
  ["2026-03-01", "2026-03-01T00:00:00.000Z", "a day"],
  ["2024-02-29", "2024-02-29T00:00:00.000Z", "a leap day"],
  ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z", "not 2001"],
  [1_700_000_000.5, "2023-11-14T22:13:20.500Z", "seconds since 1970"],
  ["2026-02-30", null, "not 2 March"],
  ["2025-02-29T00:00:00Z", null, "no leap year"],
  ["2026-13-01", null, "no thirteenth month"],
  ["2026-03-01T24:00:00Z", null, "the day has no hour 24"],
  ["2026-03-01T10:20:30+24:00", null, "no such zone"],
  ["-000001-01-01T00:00:00Z", null, "before the year 1"],
  ["0000-01-01", null, "there is no year 0"],
  ["0001-01-01T00:00:00+01:00", null, "in UTC it is before the year 1"],
  ["+275760-09-13T00:00:00Z", null, "after the year 9999"],
  [1.7e12, null, "milliseconds taken for seconds"],
  [Number.NaN, null, "no number"],
  ["March 1, 2026", null, "for people"],
  ["1", null, "a number as a text"],
] as [unknown, string | null, string][])("time %j is %j: %s", (value, time) => {
  expect(timeOf(value)).toBe(time);
});

it("takes no amount below 0 and no count that a column can't hold", () => {
  expect([amountOf(0), amountOf(0.25), amountOf(-1), amountOf("1")]).toEqual([0, 0.25, null, null]);
  expect([countOf(12.4), countOf(-1), countOf(3_000_000_000)]).toEqual([12, null, null]);
});
