import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { BoundedRecord, type Line, NOT_UTF8, readLines } from "./read-lines.ts";
import { collect, cutAtRandom, fileInPieces } from "./testing.ts";

const linesOf = (content: string | Buffer, limit?: number): Promise<Line[]> =>
  collect(readLines(fileInPieces([Buffer.from(content)]), limit));

describe("readLines", () => {
  it.each([
    ["", []],
    ["a", [[1, "a", ""]]],
    ["a\n", [[1, "a", "\n"]]],
    ["\n", [[1, "", "\n"]]],
    [
      "\r\n\n",
      [
        [1, "", "\r\n"],
        [2, "", "\n"],
      ],
    ],
    [
      "a\r\nb",
      [
        [1, "a", "\r\n"],
        [2, "b", ""],
      ],
    ],
    // A carriage return alone ends no line, and is kept inside one.
    ["a\rb\n", [[1, "a\rb", "\n"]]],
    ["a\r\r\n", [[1, "a\r", "\r\n"]]],
    // Nor do the ends of line that only Unicode knows.
    ["a\u2028b\u0085c\n", [[1, "a\u2028b\u0085c", "\n"]]],
  ] as [string, [number, string, string][]][])("of %j", async (text, expected) => {
    expect((await linesOf(text)).map(({ line, text, end }) => [line, text, end])).toEqual(expected);
  });

  it("gives the same lines wherever the bytes are cut, also inside a character", async () => {
    const random = seededRandom(1);
    const words = ["", "a", "größe", "日本", "\u{1F600}\u{1F600}", " ", "\t", '{"a": 1}'];
    for (let round = 0; round < 60; round++) {
      const expected = Array.from({ length: 8 }, () => ({
        text: words[Math.floor(random() * words.length)] ?? "",
        end: random() < 0.5 ? "\n" : "\r\n",
      }));
      const bytes = Buffer.from(expected.map(({ text, end }) => text + end).join(""));
      const lines = await collect(readLines(fileInPieces(cutAtRandom(bytes, random))));
      expect(lines).toEqual(expected.map((line, i) => ({ line: i + 1, fault: null, ...line })));
    }
  });

  it("tells of the very line whose bytes are no UTF-8, and reads what it can of it", async () => {
    const lines = await linesOf(
      Buffer.concat([Buffer.from("a\nb"), Buffer.from([0xff]), Buffer.from("c\nd")]),
    );
    expect(lines.map(({ fault }) => fault)).toEqual([null, NOT_UTF8, null]);
    expect(lines[1]?.text).toBe("b\uFFFDc");
  });

  it("takes a line of just the limit, and none of a byte more", async () => {
    const lines = await linesOf("1234\n12345\nää\nä\u00e4x\n", 4);
    expect(lines.map(({ text, fault }) => [text, fault === null])).toEqual([
      ["1234", true],
      ["", false],
      ["ää", true],
      ["", false],
    ]);
  });

  it("counts the lines on behind one that is too long, and at the end of the file", async () => {
    const lines = await linesOf(`a\n${"x".repeat(100)}\nb\n${"y".repeat(100)}`, 10);
    expect(lines.map(({ line, fault }) => [line, fault !== null])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, true],
    ]);
  });

  it("leaves a mark of UTF-8 out of the first line", async () => {
    expect((await linesOf("\uFEFFa\n\uFEFFb")).map(({ text }) => text)).toEqual(["a", "\uFEFFb"]);
  });
});

describe("BoundedRecord", () => {
  it("starts anew after each record, also after one that was too long", () => {
    const record = new BoundedRecord(3);
    record.add(Buffer.from("12"));
    record.add(Buffer.from("34"));
    expect(record.size).toBe(4);
    expect(record.take()).toMatchObject({ text: "", fault: expect.stringContaining("larger than") });
    expect(record.size).toBe(0);
    record.add(Buffer.from("5"));
    expect(record.take()).toEqual({ text: "5", fault: null, hasReturn: false });
    expect(record.take()).toEqual({ text: "", fault: null, hasReturn: false });
  });
});
