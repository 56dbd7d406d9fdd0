import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { batchTexts } from "./batch-texts.ts";

const texts = (...lengths: number[]) => lengths.map((length) => "x".repeat(length));

describe("batchTexts", () => {
  it.each([
    ["nothing", [], []],
    ["one empty text", [0], [[0, 1]]],
    ["as many texts as fit", [1, 1, 1], [[0, 3]]],
    [
      "one text more",
      [1, 1, 1, 1],
      [
        [0, 3],
        [3, 4],
      ],
    ],
    ["exactly as many characters as fit", [5, 5], [[0, 2]]],
    [
      "one character more",
      [5, 6],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      "a text that is too long by itself",
      [1, 50, 1],
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    ],
    [
      "only such texts",
      [50, 50],
      [
        [0, 1],
        [1, 2],
      ],
    ],
  ] as [string, number[], number[][]][])("splits %s", (_what, lengths, expected) => {
    const batches = batchTexts(texts(...lengths), { texts: 3, characters: 10 });
    expect(batches.map(({ first, end }) => [first, end])).toEqual(expected);
  });

  it("covers every text once, in order, within the limits, and no two neighbors would fit in one", () => {
    const random = seededRandom(4);
    for (let round = 0; round < 200; round++) {
      const limits = { texts: 1 + Math.floor(random() * 6), characters: Math.floor(random() * 40) };
      const given = texts(
        ...Array.from({ length: Math.floor(random() * 40) }, () => Math.floor(random() * 25)),
      );
      const batches = batchTexts(given, limits);
      expect(batches.flatMap(({ first, end }) => given.slice(first, end))).toEqual(given);
      const size = (first: number, end: number) => given.slice(first, end).join("").length;
      batches.forEach(({ first, end }, i) => {
        expect(end - first).toBeGreaterThan(0);
        expect(end - first).toBeLessThanOrEqual(limits.texts);
        if (end - first > 1) expect(size(first, end)).toBeLessThanOrEqual(limits.characters);
        const next = batches[i + 1];
        if (next) expect(end - first === limits.texts || size(first, end + 1) > limits.characters).toBe(true);
      });
    }
  });
});
