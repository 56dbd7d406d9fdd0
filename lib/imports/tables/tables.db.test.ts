import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importAt } from "#lib/testing/import-at.ts";
import { changeMapping } from "./change-mapping.ts";
import { listColumnMappings } from "./queries.ts";

const database = testDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carryover-tables-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  await database.db.run.deleteMany();
  await database.db.columnMapping.deleteMany();
});

async function write(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

const RESULTS = `who,case,solved?,usd,took
base,"parse, twice",yes,$0.10,12.5
base,sort,no,,3
with memory,"parse, twice",no,0.2,1
with memory,sort,maybe,0.2,oops
with memory,sort,timeout,0.3,9
`;
const parts = ["run=who", "task=case", "outcome=solved?", "cost=usd", "seconds=took", "benchmark:=Mine"];

it("asks what the columns of an unknown table are, and keeps the answer for the next", async () => {
  const path = await write("results.csv", RESULTS);
  const asked = await importAt(database.db, path, { dryRun: true });
  expect(asked.tables).toMatchObject([
    {
      mapping: null,
      guess: null,
      columns: [{ name: "who", samples: ["base", "with memory"] }, {}, {}, {}, {}],
    },
  ]);
  expect(asked.problems[0]).toMatchObject({ field: "columns", reason: expect.stringContaining("--map") });
  const key = asked.tables[0]?.key ?? "";

  const planned = await importAt(database.db, path, { dryRun: true, mappings: [{ key, parts }] });
  expect(planned.trials).toMatchObject({ created: 4, rejected: 1 });
  expect(planned.problems.map(({ line, field, reason }) => [line, field, reason])).toEqual([
    [5, "solved?", '"maybe" is no outcome: use passed, failed, errored, or nothing.'],
  ]);
  expect(await database.db.columnMapping.count()).toBe(0);

  await importAt(database.db, path, { mappings: [{ key: null, parts }] });
  const trials = await database.db.trial.findMany({
    orderBy: [{ run: { name: "asc" } }, { sourcePath: "asc" }],
    include: { run: true, task: true },
  });
  expect(
    trials.map(({ run, task, outcome, costUsd, durationMs, attempt }) => [
      run.name,
      task.benchmarkName,
      task.name,
      outcome,
      costUsd,
      durationMs,
      attempt,
    ]),
  ).toEqual([
    ["base", "Mine", "parse, twice", "passed", 0.1, 12500, 1],
    ["base", "Mine", "sort", "failed", null, 3000, 1],
    ["with memory", "Mine", "parse, twice", "failed", 0.2, 1000, 1],
    ["with memory", "Mine", "sort", "errored", 0.3, 9000, 1],
  ]);
  const again = await importAt(database.db, path);
  expect(again.tables).toMatchObject([{ source: "saved", mapping: parts }]);
  expect(again.trials).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
  expect(await database.db.auditEvent.count({ where: { action: "mapping.save" } })).toBe(1);
});

it("reads JSON Lines, several attempts of a task, and scores with a threshold", async () => {
  const rows = [0.2, 0.7, 0.9, null].map((score, seed) => ({
    task: "t",
    result: { score },
    seed,
    model: "m",
  }));
  const path = await write("scores.jsonl", rows.map((row) => JSON.stringify(row)).join("\n"));
  const mappings = [{ key: null, parts: ["task=task", "outcome=result.score>=0.7", "attempt=seed"] }];
  const { runs } = await importAt(database.db, path, { mappings });
  expect(runs).toMatchObject([{ name: "scores", passed: 2, failed: 1, missing: 1, attempts: 4 }]);
  const rewards = await database.db.trial.findMany({ orderBy: { attempt: "asc" }, select: { reward: true } });
  expect(rewards.map(({ reward }) => reward)).toEqual([0.2, 0.7, 0.9, null]);
});

it("names a column that the table lacks, and leaves tables alone that nobody asked for", async () => {
  const path = await write("other.tsv", "a\tb\n1\t2\n");
  const { problems } = await importAt(database.db, path, {
    mappings: [{ key: null, parts: ["task=a", "outcome=c"] }],
  });
  expect(problems[0]?.reason).toMatch(/^It has no column "c"\. Nobody has said/);
  const whole = await importAt(database.db, folder, { dryRun: true });
  expect(whole.tables.map(({ path: at }) => at.split("/").at(-1))).not.toContain("other.tsv");
});

it("makes memories of rows with content, and refuses a bad one by its line", async () => {
  const path = await write(
    "lessons.csv",
    "topic,lesson,kind\nTests,Run them first. Then edit.,insight\nBuild,1. clean\\n2. build,workflow\nX,,insight\nY,z,rule\n",
  );
  const parts = ["title=topic", "content=lesson", "type=kind", "benchmark:=Mine"];
  const result = await importAt(database.db, path, { mappings: [{ key: null, parts }] });
  expect(result.memories).toMatchObject({ created: 2, rejected: 2 });
  expect(result.problems.map(({ line, field }) => [line, field])).toEqual([
    [4, "lesson"],
    [5, "kind"],
  ]);
  expect((await importAt(database.db, path)).memories).toMatchObject({ created: 0, unchanged: 2 });
});

it("changes and removes what is kept, and refuses what the table does not have", async () => {
  const ada = { name: "ada", role: "editor" } as const;
  await importAt(database.db, await write("kept.csv", RESULTS), { mappings: [{ key: null, parts }] });
  const [kept] = await listColumnMappings(database.db);
  const key = kept?.key ?? "";
  expect(kept?.parts).toEqual(parts);
  const change = (text: string) => changeMapping(database.db, { key, text }, ada);
  expect(await change("task=case\noutcome=nothing")).toMatchObject({
    error: { message: expect.stringContaining('no column "nothing"') },
  });
  expect(await change("task=case\noutcome=solved?")).toMatchObject({ ok: true });
  expect(await listColumnMappings(database.db)).toMatchObject([{ parts: ["task=case", "outcome=solved?"] }]);
  expect(await change("")).toMatchObject({ ok: true });
  expect(await listColumnMappings(database.db)).toEqual([]);
  expect(await change("task=case\noutcome=solved?")).toMatchObject({ error: { code: "not_found" } });
});
