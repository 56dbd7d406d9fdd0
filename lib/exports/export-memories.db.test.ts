import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RootDb } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing.ts";
import { importPaths } from "#lib/imports/import-paths.ts";
import { sha256 } from "#lib/shared/hash.ts";
import { downloadMemories } from "./download-memories.ts";
import { type ExportOptions, exportToFile } from "./export-memories.ts";

const first = testDatabase();
const second = testDatabase();
const editor = { name: "ada", role: "editor" } as const;
const pools = join(import.meta.dirname, "../imports/fixtures/pools");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carryover-export-"));
  await importPaths(first.db, [pools], {}, { actor: editor });
  const memory = await first.db.memory.findFirstOrThrow({
    where: { title: "Repeat the request in your own words before acting on it." },
  });
  await first.db.memory.update({
    where: { id: memory.id },
    data: { validUntil: new Date("2027-05-01T00:00:00.000Z") },
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function exported(db: RootDb, name: string, options: ExportOptions) {
  const path = join(folder, name);
  const result = await exportToFile(db, options, path);
  if (!result.ok) throw new Error(result.error.message);
  return { path, report: result.value, text: await readFile(path, "utf8") };
}

describe("carryover-memory/1", () => {
  it("moves a pool to an empty database and back, byte for byte", async () => {
    const out = await exported(first.db, "a.jsonl", { format: "jsonl" });
    expect(out.report).toEqual({ written: 26, sha256: sha256(out.text) });
    const imported = await importPaths(second.db, [out.path], {}, { actor: editor });
    expect(imported).toMatchObject({ value: { memories: { created: 26, rejected: 0 }, problems: [] } });
    const again = await exported(second.db, "b.jsonl", { format: "jsonl" });
    expect(again.text).toBe(out.text);
    expect(again.report.sha256).toBe(out.report.sha256);
  });

  it("changes nothing where it came from, nor where it was imported", async () => {
    for (const { db } of [first, second]) {
      const before = await db.memory.findMany({ orderBy: { id: "asc" } });
      const result = await importPaths(db, [join(folder, "a.jsonl")], {}, { actor: editor });
      expect(result).toMatchObject({
        value: { memories: { created: 0, updated: 0, unchanged: 26, rejected: 0 } },
      });
      expect(await db.memory.findMany({ orderBy: { id: "asc" } })).toEqual(before);
      expect(await db.revision.count()).toBe(26);
    }
  });

  it("writes what a filter holds, with the portable vectors", async () => {
    const { text, report } = await exported(first.db, "c.jsonl", {
      format: "jsonl",
      filter: { type: ["workflow"], q: "kernel" },
    });
    expect(report.written).toBe(1);
    expect(JSON.parse(text)).toMatchObject({
      type: "workflow",
      content: { goal: "Build from source in small steps" },
      embeddings: [{ model: "text-embedding-3-small", dimensions: 4, vector: [1, 0, 0, 0] }],
    });
  });
});

describe("other formats", () => {
  it("writes an MTL pool that imports as the same memories", async () => {
    const { path, text } = await exported(first.db, "pool.json", { format: "mtl" });
    expect(JSON.parse(text)).toHaveLength(26);
    const result = await importPaths(second.db, [path], { dryRun: true }, { actor: editor });
    expect(result).toMatchObject({ value: { memories: { rejected: 0 }, problems: [] } });
  });

  it.each(["jsonl", "mtl", "parquet", "csv"] as const)(
    "knows its own memories again in %s: all unchanged, whatever they were born from",
    async (format) => {
      const { path } = await exported(first.db, `again.${format}`, { format });
      const before = await first.db.memory.findMany({ orderBy: { id: "asc" } });
      const result = await importPaths(first.db, [path], {}, { actor: editor });
      expect(result).toMatchObject({
        value: { memories: { created: 0, updated: 0, unchanged: 26, rejected: 0 }, problems: [] },
      });
      expect(await first.db.memory.findMany({ orderBy: { id: "asc" } })).toEqual(before);
      expect(await first.db.revision.count()).toBe(26);
    },
  );

  it("writes a revision for each memory that an edited MTL pool updates", async () => {
    const { text } = await exported(first.db, "edit.json", { format: "mtl", filter: { type: ["workflow"] } });
    const pool = JSON.parse(text) as { task: string; carryover_id: string }[];
    for (const record of pool) record.task = `${record.task} Again.`;
    const path = join(folder, "edited.json");
    await writeFile(path, JSON.stringify(pool));
    const before = await first.db.memory.findMany({ where: { type: "workflow" }, orderBy: { id: "asc" } });
    const result = await importPaths(first.db, [path], {}, { actor: editor });
    expect(result).toMatchObject({ value: { memories: { created: 0, updated: pool.length } } });
    expect(await first.db.revision.count()).toBe(26 + pool.length);
    const after = await first.db.memory.findMany({ where: { type: "workflow" }, orderBy: { id: "asc" } });
    expect(after.map(({ tags, lifecycle, validUntil }) => ({ tags, lifecycle, validUntil }))).toEqual(
      before.map(({ tags, lifecycle, validUntil }) => ({ tags, lifecycle, validUntil })),
    );
  });

  it("refuses another type under a known id, and goes on", async () => {
    const memory = await first.db.memory.findFirstOrThrow({ where: { type: "workflow" } });
    const content = { title: "t", description: "d", content: "c" };
    const path = join(folder, "type.jsonl");
    await writeFile(path, JSON.stringify({ id: memory.id, type: "insight", benchmark: "b", content }));
    const result = await importPaths(first.db, [path], {}, { actor: editor });
    expect(result).toMatchObject({
      value: { memories: { rejected: 1, updated: 0 }, problems: [{ line: 1, field: "type" }] },
    });
  });

  it("writes Parquet that a reader opens, the vector as a list of floats", async () => {
    await first.db.embeddingSpace.updateMany({ where: { dimensions: 4 }, data: { active: true } });
    const { path } = await exported(first.db, "pool.parquet", { format: "parquet" });
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
    expect(rows).toHaveLength(26);
    const row = rows.find((each) => each["title"] === "Look for repeated keys before a join");
    expect(row).toMatchObject({
      type: "insight",
      benchmark: "alpha-bench",
      embedding_model: "text-embedding-3-small",
      valid_until: null,
    });
    expect(row?.["embedding"].map((value: number) => Math.fround(value))).toEqual(
      [0.1, 0.2, 0.3, 0.4].map(Math.fround),
    );
    expect(rows.find((each) => each["valid_until"] !== null)?.["valid_until"]).toEqual(expect.any(Date));
  });

  it("writes CSV and Markdown of every memory", async () => {
    const csv = await exported(first.db, "pool.csv", { format: "csv" });
    expect(csv.text.split("\r\n")[0]).toContain("id,type,benchmark");
    const markdown = await exported(first.db, "pool.md", { format: "markdown" });
    expect(markdown.text.match(/^## /gm)).toHaveLength(26);
  });

  it("writes an empty file of each format for an empty filter", async () => {
    for (const format of ["jsonl", "csv", "mtl", "markdown", "parquet"] as const) {
      const { report } = await exported(first.db, `empty.${format}`, {
        format,
        filter: { benchmark: ["nowhere"] },
      });
      expect(report.written).toBe(0);
    }
    expect(await readFile(join(folder, "empty.mtl"), "utf8")).toBe("[]\n");
    const file = await asyncBufferFromFile(join(folder, "empty.parquet"));
    expect(await parquetReadObjects({ file })).toEqual([]);
  });
});

describe("failures", () => {
  it("leaves the old file as it was, and no draft beside it", async () => {
    const path = join(folder, "kept.jsonl");
    await writeFile(path, "old");
    const cancel = new AbortController();
    cancel.abort(new Error("canceled"));
    const work = exportToFile(first.db, { format: "jsonl", signal: cancel.signal }, path);
    await expect(work).rejects.toThrow("canceled");
    expect(await readFile(path, "utf8")).toBe("old");
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("says when the file can't be written", async () => {
    const result = await exportToFile(
      first.db,
      { format: "csv" },
      join(folder, "a.jsonl", "below-a-file.csv"),
    );
    expect(result).toMatchObject({ ok: false, error: { code: "unavailable" } });
  });
});

describe("a download", () => {
  const request = (init: RequestInit = {}) => new Request("http://127.0.0.1/x", init);
  const download = (format: string, query = "", init?: RequestInit) =>
    downloadMemories(first.db, { format, query }, request(init));

  it.each(["jsonl", "mtl", "parquet", "csv", "markdown"] as const)(
    "in %s has the bytes of the file that the command line writes",
    async (format) => {
      const { path } = await exported(first.db, `down.${format}`, { format });
      const answer = download(format);
      expect(answer.headers.get("content-disposition")).toMatch(
        /^attachment; filename="carryover-memories\.\w+"$/,
      );
      expect(Buffer.from(await answer.arrayBuffer()).equals(await readFile(path))).toBe(true);
    },
  );

  it.each([
    ["xml", "", '"xml" is no format. Use jsonl, parquet, csv, mtl, markdown.'],
    ["constructor", "", "is no format"],
    ["jsonl", "color=red", "color"],
  ])("of %s with %j is refused with what there is", async (format, query, sentence) => {
    const answer = download(format, query);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain(JSON.stringify(sentence).slice(1, -1));
  });

  it("is for three at once; the fourth is told when to come again, and comes in when one has left", async () => {
    const open = ["jsonl", "csv", "mtl"].map((format) => download(format));
    const fourth = download("jsonl");
    expect([fourth.status, fourth.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(download("jsonl", "", { method: "HEAD" }).status).toBe(200);
    // One leaves before its first byte, one in the middle, one at its end.
    await open[0]?.body?.cancel();
    const reader = open[1]?.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await open[2]?.text();
    const later = ["jsonl", "csv", "mtl"].map((format) => download(format));
    expect(later.map(({ status }) => status)).toEqual([200, 200, 200]);
    await Promise.all(later.map((answer) => answer.text()));
  });
});

describe("a file that can't be written whole", () => {
  it("stays what it was when the export is canceled, and leaves nothing beside it", async () => {
    const place = await mkdtemp(join(folder, "canceled-"));
    const path = join(place, "pool.jsonl");
    await writeFile(path, "what was there");
    const signal = AbortSignal.abort(new Error("Stopped."));
    await expect(exportToFile(first.db, { format: "jsonl", signal }, path)).rejects.toThrow("Stopped.");
    expect(await readFile(path, "utf8")).toBe("what was there");
    expect(await readdir(place)).toEqual(["pool.jsonl"]);
  });

  it("is named with the reason where a folder stands in its place", async () => {
    const place = await mkdtemp(join(folder, "folder-"));
    const result = await exportToFile(first.db, { format: "csv" }, place);
    expect(result).toMatchObject({ ok: false, error: { code: "unavailable" } });
    expect(result.ok ? "" : result.error.message).toContain(place);
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("comes with the folders that lead to it", async () => {
    const path = join(folder, "a", "b", "c.md");
    expect(await exportToFile(first.db, { format: "markdown" }, path)).toMatchObject({ ok: true });
    expect(await readFile(path, "utf8")).toMatch(/^# Memories\n/);
  });
});
