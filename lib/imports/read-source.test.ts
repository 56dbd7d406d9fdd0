import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { jsonLines, parseContent } from "#lib/testing/parse-source.ts";
import { readLines } from "./read-lines.ts";
import { readList } from "./read-list.ts";
import type { SourceFile } from "./walk-files.ts";

const path = join(tmpdir(), `carryover-read-${process.pid}`);
afterEach(() => rm(path, { force: true }));

async function fileOf(content: string | Buffer): Promise<SourceFile> {
  await writeFile(path, content);
  return { path, absolute: path, place: path, size: Buffer.byteLength(content) };
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const memory = (title: string) => ({
  type: "insight",
  benchmark: "b",
  content: { title, description: "d", content: "c" },
});

it("passes over a line that is too long and goes on with the next", async () => {
  const lines = await collect(readLines(await fileOf(`a\r\n${"x".repeat(3_000_000)}\n\nb`), 1000));
  expect(lines.map(({ line, text }) => [line, text])).toEqual([
    [1, "a"],
    [2, ""],
    [3, ""],
    [4, "b"],
  ]);
  expect(lines[1]?.fault).toMatch(/^This record is larger than 0 MB and was skipped/);
  expect(lines[3]?.fault).toBeNull();
});

it("cuts a list at its own commas, whatever its texts hold", async () => {
  const items = [{ a: 'x",]}\\' }, [1, [2]], "s,]", 7, {}];
  const text = `\n [${items.map((item) => JSON.stringify(item, null, 1)).join(" ,\n")}]\n`;
  const read = await collect(readList(await fileOf(text)));
  expect(read.map((element) => JSON.parse(element.text))).toEqual(items);
  expect(read.map(({ index, line }) => [index, line])).toEqual([
    [0, 2],
    [1, 5],
    [2, 11],
    [3, 12],
    [4, 13],
  ]);
  expect(await collect(readList(await fileOf("[]")))).toEqual([]);
});

it.each([
  ['[{"a": 1}, {"b"', "The file ends inside its list."],
  ['[{"a": 1}] [2]', "Text after the end of the list was not read."],
])("tells of a list that ends badly: %s", async (text, fault) => {
  const read = await collect(readList(await fileOf(text)));
  expect(read.map((element) => element.fault)).toEqual([null, fault]);
});

it("keeps the rest of a list around a bad element, with its line", async () => {
  const text = `[\n${JSON.stringify(memory("a"))},\n{"type": "insight" "x": 1},\n${JSON.stringify(memory("b"))}\n]`;
  const { memories, problems } = await parseContent("pool.json", text);
  expect(memories).toHaveLength(2);
  expect(problems).toMatchObject([{ line: 3, field: "[1]", rejects: "memories" }]);
  expect(problems[0]?.reason).toContain("at column 20");
});

it("rejects a row nested 10,000 deep with its line, and keeps the others", async () => {
  const deep = `{"type":"insight","benchmark":"b","content":${"[".repeat(10_000)}${"]".repeat(10_000)}}`;
  const lines = jsonLines(memory("a"), deep, memory("b"));
  const { memories, problems } = await parseContent("pool.jsonl", lines);
  expect(memories).toHaveLength(2);
  expect(problems).toMatchObject([{ line: 2, rejects: "memories" }]);
  expect(problems[0]?.reason).toContain("nested more than 200 levels deep");
});

it("names the file's line of a broken row", async () => {
  const { problems } = await parseContent("pool.jsonl", jsonLines(memory("a"), memory("b"), '{"type" 1}'));
  expect(problems).toMatchObject([{ line: 3 }]);
  expect(problems[0]?.reason).toBe(
    "This line is not valid JSON: Expected ':' after property name at column 9.",
  );
});

it("rejects a row whose bytes are no UTF-8, and keeps the others", async () => {
  const [good, bad] = [JSON.stringify(memory("a")), JSON.stringify(memory("Gr\u00fc\u00dfe"))];
  const bytes = Buffer.concat([
    Buffer.from(`${good}\n`),
    Buffer.from(`${bad}\n`, "latin1"),
    Buffer.from(good),
  ]);
  const { memories, problems } = await parseContent("pool.jsonl", bytes);
  expect(memories).toHaveLength(2);
  expect(problems).toMatchObject([{ line: 2, rejects: "memories" }]);
  expect(problems[0]?.reason).toContain("not valid UTF-8");
  const document = Buffer.from(JSON.stringify([memory("Gr\u00fc\u00dfe")]), "latin1");
  expect((await parseContent("pool.json", document)).problems[0]?.reason).toContain("not valid UTF-8");
});

it("takes a NaN for no similarity, and keeps the memories shown", async () => {
  const log = `<memory_items>\n[{"score": NaN, "title": "t", "content": "c"}, {"score": 0.5, "title": "u", "content": "c"}]\n</memory_items>`;
  const { records, problems } = await parseContent("agent.log", log);
  expect(records.find((record) => record.kind === "retrieval")).toMatchObject({
    items: [
      { rank: 1, similarity: null },
      { rank: 2, similarity: 0.5 },
    ],
  });
  expect(problems).toMatchObject([{ line: 1, field: "memory_items", rejects: null }]);
});
