import { expect, it } from "vitest";
import { fill, jaccard, lowerFirst, sentence, slug, wordSet } from "./text.ts";

it.each([
  ["{n} of {m}", { n: "3", m: "4" }, "3 of 4"],
  // Why: braces of shells and of JSON are text.
  ["awk '{print}' HEAD@{0} {x}", { n: "3" }, "awk '{print}' HEAD@{0} {x}"],
])("fills %s", (template, slots, filled) => {
  expect(fill(template, slots)).toBe(filled);
});

it.each([
  ["print it", "Print it."],
  ["is it so?", "Is it so?"],
  // Why: one full stop, not two, when a quotation ends the sentence.
  ['it says "done."', 'It says "done."'],
])("makes a sentence of %s", (text, whole) => {
  expect(sentence(text)).toBe(whole);
});

it("keeps the capitals of an abbreviation", () => {
  expect(lowerFirst("API checks")).toBe("API checks");
  expect(lowerFirst("Test it")).toBe("test it");
});

it("makes names without article and punctuation", () => {
  expect(slug("the colour bar of a masked array")).toBe("colour-bar-of-a-masked-array");
  expect(slug("all-your-base (again)")).toBe("all-your-base-again");
});

it("measures shared words", () => {
  expect(jaccard(wordSet("A b c"), wordSet("b C d"))).toBe(0.5);
  expect(jaccard(wordSet(""), wordSet(""))).toBe(1);
});
