import { describe, expect, it } from "vitest";
import { canonicalJson, hashJson, sha256 } from "./hash.ts";
import { seededRandom, shuffled } from "./random.ts";

describe("sha256", () => {
  // The examples of FIPS 180-4.
  it.each([
    ["nothing", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["three letters", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ])("of %s is that of the standard", (_what, text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  it("reads a text as UTF-8, so that the text and its bytes have one hash", () => {
    for (const text of ["", "Größe 🙂", "a\u0000b", "基准".repeat(10_000)]) {
      expect(sha256(new TextEncoder().encode(text))).toBe(sha256(text));
    }
  });

  it("takes the bytes of a view and not those of the buffer around it", () => {
    const around = Uint8Array.of(1, 97, 98, 99, 2);
    expect(sha256(around.subarray(1, 4))).toBe(sha256("abc"));
  });

  it("tells texts apart that differ in how a letter is composed", () => {
    expect(sha256("\u00e9")).not.toBe(sha256("e\u0301"));
  });
});

describe("canonicalJson", () => {
  it.each([
    ["null", null, "null"],
    ["a text with quotes", 'a"b', '"a\\"b"'],
    ["an empty object", {}, "{}"],
    ["an empty list", [], "[]"],
    [
      "keys out of order, at every depth",
      { b: { d: 1, c: 2 }, a: [{ z: 0, y: 0 }] },
      '{"a":[{"y":0,"z":0}],"b":{"c":2,"d":1}}',
    ],
    ["keys that are nearly numbers", { b: 1, "10": 2, "9": 3 }, '{"9":3,"10":2,"b":1}'],
    ["a list, whose order counts", [3, 1, 2], "[3,1,2]"],
    ["capitals, which come before small letters", { a: 1, B: 2 }, '{"B":2,"a":1}'],
    ["what is left out", { a: undefined, b: 1 }, '{"b":1}'],
    ["a moment, as its text", { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
  ])("writes %s", (_what, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it("leaves what it was given as it is", () => {
    const value = Object.freeze({ b: Object.freeze({ d: 1, c: 2 }), a: Object.freeze([2, 1]) });
    canonicalJson(value);
    expect(Object.keys(value)).toEqual(["b", "a"]);
    expect(value.a).toEqual([2, 1]);
  });

  it("reads back as the value that was written, for any value", () => {
    const random = seededRandom(21);
    for (let round = 0; round < 200; round++) {
      const value = anyValue(random, 3);
      expect(JSON.parse(canonicalJson(value))).toEqual(value);
    }
  });
});

describe("hashJson", () => {
  it("does not see in which order keys were set, at any depth", () => {
    const random = seededRandom(22);
    for (let round = 0; round < 200; round++) {
      const value = anyValue(random, 3);
      expect(hashJson(reordered(value, random))).toBe(hashJson(value));
    }
  });

  it.each([
    ["a number and its text", 1, "1"],
    ["an empty list and an empty object", [], {}],
    ["nothing known and nothing there", { a: null }, {}],
    ["lists in another order", [1, 2], [2, 1]],
    ["a list and the list inside a list", [1], [[1]]],
    ["keys and values that swap places", { a: "b" }, { b: "a" }],
  ])("tells %s apart", (_what, one, other) => {
    expect(hashJson(one)).not.toBe(hashJson(other));
  });
});

/** A value of JSON: a leaf, or up to four values in a list or under names. */
function anyValue(random: () => number, depth: number): unknown {
  const leaves = [null, true, false, 0, -1.5, 1e300, "", "ü", "__", 'quote"'];
  const kind = random();
  if (depth === 0 || kind < 0.3) return leaves[Math.floor(random() * leaves.length)];
  const inner = Array.from({ length: Math.floor(random() * 5) }, () => anyValue(random, depth - 1));
  if (kind < 0.6) return inner;
  return Object.fromEntries(inner.map((value, i) => [`key ${Math.floor(random() * 100)} ${i}`, value]));
}

function reordered(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((inner) => reordered(inner, random));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reordered(inner, random)] as const);
  return Object.fromEntries(shuffled(entries, random));
}
