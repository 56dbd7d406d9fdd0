import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { readBytes, SourceFault, unpackLimits } from "./source-bytes.ts";
import { BINARY, EMPTY, faultOfBytes } from "./source-kinds.ts";
import { vectorFault } from "./source-vector.ts";
import { collect, cutAtRandom, fileInPieces } from "./testing.ts";

describe("faultOfBytes", () => {
  const tar = Buffer.alloc(512);
  tar.write("name.json", 0);
  tar.write("ustar", 257);
  it.each([
    ["nothing", Buffer.alloc(0), EMPTY],
    ["a ZIP archive", Buffer.from("PK\u0003\u0004rest"), ".zip"],
    ["7-Zip", Buffer.from("7z\u00bc\u00af'", "latin1"), "7-Zip"],
    ["Zstandard", Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), "Zstandard"],
    ["bzip2", Buffer.from("BZh91AY"), "bzip2"],
    ["xz", Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), "xz"],
    ["tar", tar, "tar archive"],
    ["UTF-16 without a mark", Buffer.from('{"type": "insight"}', "utf16le"), "UTF-16"],
    ["the same, big end first", Buffer.from('{"type": "insight"}', "utf16le").swap16(), "UTF-16"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 1, 2]), BINARY],
    ["zeros", Buffer.alloc(100), BINARY],
    ["one zero", Buffer.from("a\u0000b"), BINARY],
  ])("knows %s", (_kind, bytes, words) => {
    expect(faultOfBytes(bytes)).toContain(words);
  });

  it.each([
    ["text", Buffer.from('{"a": 1}')],
    ["a single letter", Buffer.from("x")],
    ["other scripts", Buffer.from("日本語 größe \u{1F600}")],
    ["Parquet", Buffer.from("PAR1\u0000\u0000")],
    ["a pickle", Buffer.from([0x80, 4, 0])],
    ["a text that begins like an archive", Buffer.from("PK is a name")],
  ])("has nothing against %s", (_kind, bytes) => {
    expect(faultOfBytes(bytes)).toBeNull();
  });
});

describe("readBytes", () => {
  const text = `größe 日本 \u{1F600}\n${"x".repeat(500)}`;
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  it.each([
    ["plain", Buffer.from(text)],
    ["with a mark", Buffer.from(`\uFEFF${text}`)],
    ["UTF-16", utf16],
    ["UTF-16, big end first", Buffer.from(utf16).swap16()],
    ["gzip", gzipSync(text)],
    ["gzip of UTF-16", gzipSync(utf16)],
    ["two gzips in a row", Buffer.concat([gzipSync(text.slice(0, 3)), gzipSync(text.slice(3))])],
  ])("gives the same text wherever the file is cut: %s", async (_kind, bytes) => {
    const random = seededRandom(3);
    for (let round = 0; round < 15; round++) {
      const read = await collect(readBytes(fileInPieces(cutAtRandom(bytes, random))));
      expect(Buffer.concat(read).toString()).toBe(text);
    }
  });

  it("gives nothing of an empty file, and the bytes of one too short to be anything", async () => {
    expect(await collect(readBytes(fileInPieces([])))).toEqual([]);
    for (const bytes of [[0x1f], [0xff], [0xef, 0xbb]]) {
      const read = await collect(readBytes(fileInPieces([Buffer.from(bytes)])));
      expect([...Buffer.concat(read)]).toEqual(bytes);
    }
  });

  it("throws on a packed file that is cut off, and on one that comes to too much", async () => {
    const packed = gzipSync("x".repeat(10_000));
    await expect(collect(readBytes(fileInPieces([packed.subarray(0, 20)])))).rejects.toThrow();
    const limits = { ...unpackLimits, bytes: 9_999 };
    await expect(collect(readBytes(fileInPieces([packed]), limits))).rejects.toThrow(SourceFault);
    const enough = { ...limits, bytes: 10_000 };
    expect(Buffer.concat(await collect(readBytes(fileInPieces([packed]), enough)))).toHaveLength(10_000);
  });
});

describe("vectorFault", () => {
  it.each([
    ["no list", "0.5", "", "list of numbers"],
    ["an empty list", [], "", "list of numbers"],
    ["a text in it", [1, "2"], "[1]", '"2"'],
    ["NaN", [Number.NaN], "[0]", "Expected a number"],
    ["null", [0, null], "[1]", "null"],
    ["a hole", [1, undefined], "[1]", "Expected a number"],
    ["what no 32-bit float holds", [1, 0, 1e39], "[2]", "32-bit"],
    ["zeros", [0, -0, 0], "", "no direction"],
    ["what a 32-bit float rounds to zeros", [1e-50, -1e-60], "", "no direction"],
    ["too many", new Array(16_001).fill(1), "", "16001"],
  ])("names %s with its place", (_kind, value, at, words) => {
    expect(vectorFault(value)).toEqual({ at, reason: expect.stringContaining(words) });
  });

  it("takes any numbers that a 32-bit float holds, up to the longest vector", () => {
    for (const vector of [[1], [0, 0, -1], [1e-40, 0], [3.4e38], new Array(16_000).fill(0.5)])
      expect(vectorFault(vector)).toBeNull();
  });
});
