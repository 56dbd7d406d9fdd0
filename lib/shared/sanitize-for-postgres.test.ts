import { describe, expect, it } from "vitest";
import { seededRandom } from "./random.ts";
import { sanitizeForPostgres } from "./sanitize-for-postgres.ts";

const gone = "\uFFFD";

describe("sanitizeForPostgres", () => {
  it.each([
    ["NUL in a text", "a\u0000b", `a${gone}b`],
    ["several of them", "\u0000\u0000", gone + gone],
    ["the first half of a pair at the end, as in a log cut off", "log \ud83d", `log ${gone}`],
    ["the second half alone", "\ude42 log", `${gone} log`],
    ["two halves the wrong way round", "\ude42\ud83d", gone + gone],
    ["a NUL inside a name", { "a\u0000": 1 }, { [`a${gone}`]: 1 }],
    ["what lies deep", { a: [{ b: ["x\u0000", 1, null] }] }, { a: [{ b: [`x${gone}`, 1, null] }] }],
  ])("replaces %s", (_what, value, cleaned) => {
    expect(sanitizeForPostgres(value)).toEqual(cleaned);
  });

  it.each([
    ["an empty text", ""],
    ["a whole pair", "🙂"],
    ["other control characters", "\u0001\u001b[31m\r\n\t\u007f"],
    ["the replacement itself", gone],
    ["letters joined of several", "👨‍👩‍👧 e\u0301 基准"],
    ["null", null],
    ["nothing", undefined],
    ["a number", -0.5],
    ["a truth", false],
    ["an empty list", []],
    ["an empty object", {}],
    ["a list with a hole of null in it", [1, null, "a"]],
    ["an object without values", { a: null, b: undefined }],
  ])("leaves %s as it is", (_what, value) => {
    expect(sanitizeForPostgres(value)).toEqual(value);
  });

  it("hands a vector on without a copy: it is long, and has no texts", () => {
    const vector = Array.from({ length: 1536 }, (_, i) => i / 7);
    expect(sanitizeForPostgres({ vector }).vector).toBe(vector);
  });

  it("changes nothing of what it was given", () => {
    const value = Object.freeze({ list: Object.freeze(["a\u0000"]), text: "\ud800" });
    expect(sanitizeForPostgres(value)).not.toBe(value);
    expect(value).toEqual({ list: ["a\u0000"], text: "\ud800" });
  });

  it("makes any text one that UTF-8 can hold, keeps its length and does nothing more a second time", () => {
    const random = seededRandom(31);
    const units = ["\u0000", "\ud83d", "\ude42", "a", "ü", "\ud83d\ude42", "\n"];
    for (let round = 0; round < 300; round++) {
      const length = Math.floor(random() * 12);
      const text = Array.from({ length }, () => units[Math.floor(random() * units.length)]).join("");
      const cleaned = sanitizeForPostgres(text);
      expect(cleaned).not.toMatch(/\p{Surrogate}/u);
      expect(cleaned).not.toContain("\u0000");
      expect(cleaned).toHaveLength(text.length);
      expect(cleaned).toBe(Buffer.from(text).toString().replaceAll("\u0000", gone));
      expect(sanitizeForPostgres(cleaned)).toBe(cleaned);
    }
  });
});
