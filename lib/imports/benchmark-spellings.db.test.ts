import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importPaths } from "./import-paths.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;
const folder = mkdtempSync(join(tmpdir(), "carryover-spellings-"));
afterAll(() => rmSync(folder, { recursive: true }));

function pool(name: string, benchmark: string, title: string): string {
  const path = join(folder, name);
  const row = {
    format: "carryover-memory/1",
    type: "insight",
    benchmark,
    taskName: "t",
    task: "Fix it",
    outcome: "passed",
    content: { title, description: "d", content: "c" },
  };
  writeFileSync(path, `${JSON.stringify(row)}\n`);
  return path;
}

async function bring(paths: string[], options: { benchmark?: string; dryRun?: boolean } = {}) {
  const result = await importPaths(database.db, paths, options, { actor });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe("a benchmark spelled in several ways", () => {
  const first = pool("a.jsonl", "SWE-bench Verified", "one");
  const second = pool("b.jsonl", "swe-bench verified", "two");
  const third = pool("c.jsonl", "SWE-bench_Verified ", "three");

  it("is stored under the name that came first, and known again by what its source says", async () => {
    await bring([first, second]);
    expect((await bring([third])).memories.created).toBe(1);
    const rows = await database.db.memory.findMany({ select: { benchmarkName: true } });
    expect(rows.map((row) => row.benchmarkName)).toEqual(new Array(3).fill("SWE-bench Verified"));
    expect(await database.db.benchmark.count()).toBe(1);
    expect((await bring([first, second, third])).memories).toMatchObject({ unchanged: 3, updated: 0 });
  });

  it("is one also where the command names it", async () => {
    const another = pool("d.jsonl", "whatever", "four");
    await bring([another], { benchmark: "swebench-verified" });
    expect(await database.db.benchmark.count()).toBe(1);
  });

  it("is warned of where it is only close, and kept apart", async () => {
    const near = pool("e.jsonl", "swe-bench", "five");
    const { problems, memories } = await bring([near], { dryRun: true });
    expect(problems).toMatchObject([
      {
        path: expect.stringContaining("e.jsonl"),
        field: "benchmark",
        reason: expect.stringContaining("Settings"),
      },
    ]);
    expect(memories.created).toBe(1);
    await bring([near]);
    expect((await bring([near])).problems).toEqual([]);
    expect(await database.db.benchmark.count()).toBe(2);
  });
});
