import { expect, it } from "vitest";
import { MAX_DEPTH, parseJson } from "./parse-json.ts";

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

it("names the column inside the text, not a line of it", () => {
  expect(parseJson('{"a": 1, "b" 2}').fault).toBe("Expected ':' after property name at column 14");
});

it("refuses what is nested too deep to be walked", () => {
  expect(parseJson(nested(MAX_DEPTH)).fault).toBeNull();
  expect(parseJson(nested(MAX_DEPTH + 1)).fault).toBe("nested more than 200 levels deep");
  expect(parseJson(`[1, ${nested(10_000)}]`).fault).toBe("nested more than 200 levels deep");
});

it("reads NaN and Infinity as null and says so, but not inside a text", () => {
  const read = parseJson('{"a": NaN, "b": [-Infinity, 1], "c": "NaN \\" NaN"}');
  expect(read.value).toEqual({ a: null, b: [null, 1], c: 'NaN " NaN' });
  expect(read.note).toContain("NaN");
  expect(parseJson('{"c": "NaN"}').note).toBeNull();
  expect(parseJson("{NaN").fault).not.toBeNull();
});
