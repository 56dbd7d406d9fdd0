import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { zipOf } from "#lib/shared/zip.ts";
import { jsonLines, parseContent } from "#lib/testing/parse-source.ts";
import { openArchive } from "./open-archive.ts";
import { readBytes, unpackLimits } from "./source-bytes.ts";

const memory = (title: string) => ({
  type: "insight",
  benchmark: "b",
  content: { title, description: "d", content: "Grüße" },
});
const pool = jsonLines(memory("one"), memory("two"));
const titles = (parsed: Awaited<ReturnType<typeof parseContent>>) =>
  parsed.memories.map(({ content }) => (content as { title: string }).title);

it.each([
  ["pool.jsonl.gz", gzipSync(pool), "gzip"],
  ["pool.jsonl", gzipSync(pool), "gzip under another name"],
  ["pool.zip", zipOf({ "a/pool.jsonl": pool, "b/notes.md": "" }), "ZIP"],
  ["pool.zip", zipOf({ "pool.jsonl.gz": pool }), "not packed, whatever its name says"],
  ["pool.jsonl", Buffer.from(`\uFEFF${pool}`, "utf16le"), "UTF-16"],
  ["pool.jsonl", Buffer.from(`\uFEFF${pool}`, "utf16le").swap16(), "UTF-16, the other way round"],
  ["pool.json", gzipSync(JSON.stringify([memory("one"), memory("two")])), "a packed list"],
])("reads %s (%#: %o)", async (name, bytes) => {
  const parsed = await parseContent(name, bytes);
  expect(titles(parsed)).toEqual(["one", "two"]);
  expect(parsed.memories[0]?.content).toMatchObject({ content: "Grüße" });
  expect(parsed.memories[0]?.path).not.toMatch(/\.gz$/);
});

it.each([
  ["empty.json", "", "This file is empty."],
  ["a.jsonl", Buffer.from(pool, "utf16le"), "This looks like UTF-16 without a byte order mark."],
  ["a.bin", zipOf({ a: "" }), "give it a name that ends in .zip"],
  ["a.zip", Buffer.from("no archive"), "This ZIP archive can't be read"],
  ["a.gz", gzipSync(`${"\0".repeat(257)}ustar`), "This is a tar archive"],
  ["a.gz", gzipSync(pool).subarray(0, 40), "could not be read"],
  ["a.bz2", "BZh91AY", "This is packed with bzip2"],
  ["a.jsonl", "\u0000\u0001", "Not recognized: this is a binary file."],
])("says what to do about %s", async (name, bytes, sentence) => {
  const { problems, records } = await parseContent(name, bytes);
  expect(records).toHaveLength(1);
  expect(problems[0]?.reason).toContain(sentence);
});

it("follows no name that leads out of an archive", async () => {
  for (const name of ["../out.jsonl", "/etc/out.jsonl", "a/../../out.jsonl"]) {
    const { memories, problems } = await parseContent("pool.zip", zipOf({ [name]: pool }));
    expect(memories).toEqual([]);
    expect(problems[0]?.reason).toMatch(/^This ZIP archive can't be read: (invalid relative|absolute) path/);
  }
});

it("refuses a packed file that comes to far more than it should", async () => {
  const path = join(tmpdir(), `carryover-bomb-${process.pid}`);
  const limits = { ...unpackLimits, ratioFrom: 1000, entries: 3 };
  try {
    const zip = zipOf({ a: "0".repeat(100_000) });
    await writeFile(path, zip);
    const bomb = await openArchive(path, zip.length, limits);
    expect(bomb).toMatchObject({
      error: { message: expect.stringContaining("more than 200 times its size") },
    });
    await writeFile(path, zipOf({ a: "", b: "", c: "", d: "" }));
    expect(await openArchive(path, 1000, limits)).toMatchObject({
      error: { message: expect.stringContaining("more than 3 files") },
    });
    const gzip = gzipSync("0".repeat(1_000_000));
    await writeFile(path, gzip);
    const read = async () => {
      const file = { path, absolute: path, place: path, size: gzip.length };
      for await (const chunk of readBytes(file, limits)) expect(chunk.length).toBeGreaterThan(0);
    };
    await expect(read()).rejects.toThrow("more than 200 times its size");
  } finally {
    await rm(path, { force: true });
  }
});

it("stops at an entry that is longer than its archive says", async () => {
  const { problems } = await parseContent("pool.zip", zipOf({ "pool.jsonl": pool }, { size: 10 }));
  expect(problems[0]?.reason).toContain("could not be read");
});
