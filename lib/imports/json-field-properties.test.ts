import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import {
  amountOf,
  countOf,
  kindOf,
  messageText,
  millisecondsBetween,
  nameOf,
  numberOf,
  objectAt,
  textOf,
  textsOf,
  timeOf,
  uuidOf,
} from "./json-fields.ts";
import { shown, unreadable } from "./unreadable.ts";

const odd = [
  undefined,
  null,
  true,
  0,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  "",
  " ",
  "x",
  [],
  {},
  [null],
  2 ** 60,
];

describe("fields of unknown JSON", () => {
  it("come out as what they are to be or as null, whatever stands there", () => {
    for (const value of odd) {
      for (const read of [textOf, nameOf, uuidOf, timeOf])
        expect([null, "string"]).toContain(read(value) && typeof read(value));
      for (const read of [numberOf, countOf, amountOf]) {
        const number = read(value);
        expect(number === null || Number.isFinite(number)).toBe(true);
      }
      expect(textsOf(value).every((text) => typeof text === "string")).toBe(true);
      expect(objectAt(value, "a")).toEqual({});
      expect(typeof messageText(value)).toBe("string");
    }
  });

  it("take a whole number for a name, and none that JSON has rounded", () => {
    expect([nameOf(0), nameOf(-3), nameOf(2 ** 53 - 1)]).toEqual(["0", "-3", "9007199254740991"]);
    expect([nameOf(1.5), nameOf(2 ** 53), nameOf(true)]).toEqual([null, null, null]);
  });

  it("take the texts of a message's parts, and nothing else of them", () => {
    const parts = ["a", { type: "text", text: "b" }, { type: "image", data: "c" }, null, 7, "", { text: 5 }];
    expect(messageText(parts)).toBe("a\nb");
    expect([kindOf(null), kindOf([]), kindOf({}), kindOf(1)]).toEqual([
      "null",
      "a list",
      "an object",
      "a number",
    ]);
  });
});

describe("times", () => {
  it("read back as themselves, in whatever zone they are written", () => {
    const random = seededRandom(91);
    for (let round = 0; round < 300; round++) {
      const at = new Date(Math.floor((random() - 0.3) * 5e12));
      const iso = at.toISOString();
      expect(timeOf(iso)).toBe(iso);
      expect(timeOf(timeOf(iso))).toBe(iso);
      const seconds = Math.floor(at.getTime() / 1000);
      expect(timeOf(seconds)).toBe(new Date(seconds * 1000).toISOString());
      const minutes = Math.floor((random() - 0.5) * 2 * 14 * 60);
      const wall = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, -1);
      const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
      const zone = `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
      expect(timeOf(wall + zone), wall + zone).toBe(iso);
    }
  });

  it("lie as far apart as they say, never backwards, and no further than a column holds", () => {
    const day = "2026-03-01T00:00:00Z";
    expect(millisecondsBetween(day, "2026-03-01T00:00:01.5Z")).toBe(1500);
    expect(millisecondsBetween("2026-03-01T02:00:00+02:00", day)).toBe(0);
    expect(millisecondsBetween("2026-03-01T00:00:01Z", day)).toBeNull();
    expect(millisecondsBetween(day, "2027-03-01T00:00:00Z")).toBeNull();
    expect(millisecondsBetween(day, undefined)).toBeNull();
  });
});

describe("unreadable", () => {
  it("says nothing of what is missing, null or fine", () => {
    const row = { text: "", name: 7, count: 0, amount: 0.5, time: "2026-01-01", texts: [], none: null };
    const kinds = {
      text: "text",
      name: "name",
      count: "count",
      amount: "amount",
      time: "time",
      texts: "texts",
    } as const;
    expect(unreadable(row, { ...kinds, none: "count", absent: "text", "a.b.c": "text" })).toEqual([]);
    expect(unreadable(null, kinds)).toEqual([]);
  });

  it("names field, line, what was expected and what was found, and rejects nothing", () => {
    const row = { meta: { cost: -1, tags: ["a", 5, null] } };
    const problems = unreadable(
      row,
      { "meta.cost": "amount", "meta.tags": "texts" },
      { line: 3, inRow: (field) => `[0].${field}` },
    );
    expect(problems).toMatchObject([
      { line: 3, field: "[0].meta.cost", rejects: null, reason: expect.stringContaining("found -1") },
      { line: 3, field: "[0].meta.tags", reason: expect.stringContaining("found [5,null]") },
    ]);
  });

  it("shows short values as they are and long ones by their kind", () => {
    expect([shown("x"), shown(undefined), shown([1])]).toEqual(['"x"', "nothing", "[1]"]);
    expect([shown("x".repeat(80)), shown({ a: "x".repeat(80) })]).toEqual(["a string", "an object"]);
  });
});
