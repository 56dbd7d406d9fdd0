import { expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { findSharedWords, rewordingShare } from "./shared-words.ts";

const text = "before combining tables list the unit of every column and convert them";

it("finds a rewording, whatever its order and its case", async () => {
  const pairs = await findSharedWords([
    { id: "a", text },
    { id: "b", text: "Convert them and list the unit of every column, before combining tables!" },
    { id: "c", text: "reproduce the failure with a small script before you touch any of the code" },
  ]);
  expect(pairs).toEqual([{ a: "a", b: "b", jaccard: 1 }]);
});

it("counts words that differ: 11 common of 14", async () => {
  const other = text.replace("convert", "translate").replace(" and", " then");
  const [pair] = await findSharedWords([
    { id: 1, text: `${text} soon` },
    { id: 2, text: `${other} soon` },
  ]);
  expect(pair).toBeUndefined();
  const [near] = await findSharedWords([
    { id: 1, text: `${text} to one system` },
    { id: 2, text: `${other.replace("then", "and")} to one system` },
  ]);
  // 14 words are common, one on each side is not.
  expect(near?.jaccard).toBeCloseTo(14 / 16, 12);
});

it("passes over short texts: they share their few words by chance", async () => {
  expect(
    await findSharedWords([
      { id: 1, text: "run the tests" },
      { id: 2, text: "run the tests" },
    ]),
  ).toEqual([]);
});

it("finds the same pairs as comparing all with all", async () => {
  const random = seededRandom(7);
  const texts = Array.from({ length: 120 }, (_, id) => ({
    id,
    text: Array.from({ length: 12 }, () => `w${Math.floor(random() ** 2 * 18)}`).join(" "),
  }));
  const expected = new Set<string>();
  for (const a of texts) {
    for (const b of texts) {
      if (a.id >= b.id) continue;
      const [one, two] = [new Set(a.text.split(" ")), new Set(b.text.split(" "))];
      if (one.size < 8 || two.size < 8) continue;
      if (one.intersection(two).size / one.union(two).size >= rewordingShare) expected.add(`${a.id} ${b.id}`);
    }
  }
  expect(expected.size).toBeGreaterThan(5);
  expect(new Set((await findSharedWords(texts)).map(({ a, b }) => `${a} ${b}`))).toEqual(expected);
});
