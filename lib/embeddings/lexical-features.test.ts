import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { lexicalFeatures } from "./lexical-features.ts";

const weights = (text: string) => new Map(lexicalFeatures(text).map(({ key, weight }) => [key, weight]));
const words = (text: string) =>
  [...weights(text).keys()].filter((key) => key.startsWith("w ")).map((key) => key.slice(2));

describe("the words of a text", () => {
  it.each([
    ["parseHttpResponse", ["parse", "http", "response"], "humps"],
    ["parse_http_response", ["parse", "http", "response"], "underscores"],
    ["HTTPServer", ["http", "server"], "an acronym before a word"],
    ["utf8Decoder", ["utf8", "decoder"], "a digit before a hump"],
    ["don't stop", ["don't", "stop"], "an apostrophe inside a word"],
    ["ﬁle ﬀ Ａ１", ["file", "ff", "a1"], "letters that only look different"],
    ["Straße ÉTÉ", ["straße", "été"], "letters beyond ASCII"],
    ["a-b/c.d", ["a", "b", "c", "d"], "signs between words"],
    ["ΑΒΓ абв 日本", ["αβγ", "абв", "日本"], "other scripts"],
  ])("%j: %j, %s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe("what they weigh", () => {
  it("grows with every repeat, by less each time", () => {
    const of = (count: number) => weights("parser ".repeat(count)).get("w parser") ?? 0;
    const steps = [1, 2, 3, 4, 5].map((count) => of(count + 1) - of(count));
    expect(steps.every((step) => step > 0)).toBe(true);
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    expect(of(3) / of(1)).toBeCloseTo(1 + Math.log(3), 12);
  });

  it.each([
    ["the", 0.1],
    ["2026", 0.5],
    ["cat", 1],
    ["validation", 1.6],
    ["internationalization", 1.6],
  ])("%s alone weighs %d", (word, weight) => {
    expect(weights(word).get(`w ${word}`)).toBeCloseTo(weight, 12);
  });

  it("is more for a word than for all its pieces together", () => {
    for (const word of ["cat", "parser", "validation", "internationalization"]) {
      const pieces = lexicalFeatures(word).filter(({ key }) => key.startsWith("g "));
      expect(Math.hypot(...pieces.map(({ weight }) => weight)), word).toBeLessThan(
        weights(word).get(`w ${word}`) ?? 0,
      );
    }
  });

  it("is positive and finite for any text there is, and each feature comes once", () => {
    const random = seededRandom(2);
    for (let round = 0; round < 300; round++) {
      const length = Math.floor(random() * 40);
      const text = String.fromCharCode(...Array.from({ length }, () => Math.floor(random() * 0x10000)));
      const features = lexicalFeatures(text);
      expect(features.length, JSON.stringify(text)).toBeGreaterThan(0);
      expect(new Set(features.map(({ key }) => key)).size).toBe(features.length);
      for (const { weight } of features) expect(Number.isFinite(weight) && weight > 0).toBe(true);
    }
  });
});

it("tells the order of neighboring words, and nothing else of the order", () => {
  const [ab, ba] = [weights("alpha beta"), weights("beta alpha")];
  expect([ab.has("p alpha beta"), ba.has("p alpha beta")]).toEqual([true, false]);
  const without = (map: Map<string, number>) => [...map].filter(([key]) => !key.startsWith("p ")).sort();
  expect(without(ab)).toEqual(without(ba));
});

it.each([
  ["", ["c  "]],
  ["?!", ["c ?", "c !"]],
  ["🙂", ["c 🙂"]],
])("a text without words, %j, is its characters", (text, keys) => {
  expect([...weights(text).keys()]).toEqual(keys);
});
