import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { type Element, readList } from "./read-list.ts";
import { collect, cutAtRandom, fileInPieces } from "./testing.ts";

const random = seededRandom(2);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;

/** Any JSON value, with texts made of what JSON itself is made of. */
function drawValue(depth = 0): unknown {
  const kind = Math.floor(random() * (depth > 2 ? 4 : 6));
  if (kind === 0) return pick([0, -1.5, 1e21, 7]);
  if (kind === 1) return pick([null, true, false]);
  if (kind <= 3)
    return Array.from({ length: 5 }, () => pick(['"', "\\", ",", "]", "}", "[", "{", "\n", "é", "日"])).join(
      "",
    );
  const values = Array.from({ length: Math.floor(random() * 4) }, () => drawValue(depth + 1));
  return kind === 4 ? values : Object.fromEntries(values.map((value, i) => [`k,${i}"]`, value]));
}

const elementsOf = (text: string, limit?: number): Promise<Element[]> =>
  collect(readList(fileInPieces([Buffer.from(text)]), limit));

describe("readList", () => {
  it("agrees with JSON.parse, wherever the bytes are cut and however the text is spaced", async () => {
    for (let round = 0; round < 150; round++) {
      const list = Array.from({ length: Math.floor(random() * 6) }, () => drawValue());
      const text = pick([
        JSON.stringify(list),
        JSON.stringify(list, null, 2),
        ` \n${JSON.stringify(list)}\n `,
      ]);
      const read = await collect(readList(fileInPieces(cutAtRandom(Buffer.from(text), random, 9))));
      expect(
        read.map((element) => JSON.parse(element.text)),
        text,
      ).toEqual(list);
      expect(read.map(({ index, fault }) => [index, fault])).toEqual(list.map((_, i) => [i, null]));
    }
  });

  it("gives each element the line that it starts on, not the one of its comma", async () => {
    const read = await elementsOf('[\n\n1\n,\n{\n"a": "x"\n}, "two\\nlines"\n\n, 4]');
    expect(read.map(({ line, text }) => [line, JSON.parse(text)])).toEqual([
      [3, 1],
      [5, { a: "x" }],
      [7, "two\nlines"],
      [9, 4],
    ]);
  });

  it.each(["[]", " [ \n ] ", "[\t]"])("finds nothing in %j", async (text) => {
    expect(await elementsOf(text)).toEqual([]);
  });

  it.each([
    ["[1, 2", 1, "ends inside"],
    ['[1, "2]', 1, "ends inside"],
    ['[1, {"a": [2]', 1, "ends inside"],
    ["[", 0, "ends inside"],
    ["", 0, "ends inside"],
    ["[1, 2] x", 2, "after the end"],
    ["[1, 2][3]", 2, "after the end"],
  ])("tells after the elements of %j what is wrong with its end", async (text, whole, words) => {
    const read = await elementsOf(text);
    expect(read.map(({ fault }) => fault === null)).toEqual([...new Array(whole).fill(true), false]);
    expect(read.at(-1)).toMatchObject({ text: "", index: whole, fault: expect.stringContaining(words) });
  });

  it("finds text behind the end also when it comes in a later piece", async () => {
    const pieces = ["[1]", " \n", "x"].map((text) => Buffer.from(text));
    expect((await collect(readList(fileInPieces(pieces)))).at(-1)?.fault).toContain("after the end");
    expect(await collect(readList(fileInPieces(pieces.slice(0, 2))))).toHaveLength(1);
  });

  it("gives what stands between two commas as an element, so that it is told of", async () => {
    expect((await elementsOf("[1,,2]")).map(({ text }) => text)).toEqual(["1", "", "2"]);
  });

  it("drops an element beyond the limit and keeps its neighbors", async () => {
    const read = await elementsOf(`[1, "${"x".repeat(50)}", 3]`, 10);
    expect(read.map(({ text, fault }) => [text.trim(), fault !== null])).toEqual([
      ["1", false],
      ["", true],
      ["3", false],
    ]);
  });
});
