import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importAt } from "#lib/testing/import-at.ts";

const database = testDatabase();
let root: string;

const born = { benchmark: "alpha-bench", task_name: "csv-merge", task: "Merge.", llm_judge: true };
const insight = {
  title: "Read both headers",
  description: "Before a merge",
  content: "Compare the columns first.",
};
const workflow = { goal: "Merge two tables", workflow: ["Read them.", "Merge them."] };

/** The pools as the pipeline leaves them: insights in the run's folder, workflows in the benchmark's. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "carryover-born-"));
  await cp(join(import.meta.dirname, "fixtures/runs/outputs"), join(root, "outputs"), { recursive: true });
  for (const [run, where] of [
    ["I", "insight_memory.jsonl"],
    ["I_run2", "insight_memory.jsonl"],
    ["Z", "alpha-bench/workflow_memory.jsonl"],
  ] as const) {
    const record = where.startsWith("insight")
      ? { ...born, type: "insight", insight: { ...insight, title: `${insight.title} in ${run}` } }
      : { ...born, type: "workflow", workflow };
    await mkdir(join(root, "pools", run, where, ".."), { recursive: true });
    await writeFile(join(root, "pools", run, where), `${JSON.stringify(record)}\n`);
  }
  await mkdir(join(root, "elsewhere"));
  const stray = { ...born, type: "insight", insight: { ...insight, title: "Born nobody knows where" } };
  await writeFile(join(root, "elsewhere/insight_memory.jsonl"), `${JSON.stringify(stray)}\n`);
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  await database.db.memory.deleteMany();
  await database.db.run.deleteMany();
});

async function originsOf() {
  const memories = await database.db.memory.findMany({
    orderBy: { title: "asc" },
    include: { sourceTrial: true },
  });
  return memories.map(({ title, sourceTrial }) => [
    title,
    sourceTrial?.sourcePath.split("/").slice(1, 4).join("/") ?? null,
  ]);
}

const linked = [
  ["Born nobody knows where", null],
  ["Merge two tables", "Z/alpha-bench/1"],
  ["Read both headers in I", "I/alpha-bench/1"],
  ["Read both headers in I_run2", "I_run2/alpha-bench/1"],
];

it("links memories to the trials they were born from, in one import with them", async () => {
  await cp(join(root, "outputs"), join(root, "together"), { recursive: true });
  await cp(join(root, "pools"), join(root, "together"), { recursive: true });
  await cp(join(root, "elsewhere"), join(root, "together-elsewhere"), { recursive: true });
  await importAt(database.db, join(root, "together"));
  await importAt(database.db, join(root, "together-elsewhere"));
  expect(await originsOf()).toEqual(linked);
});

it.each([
  ["pools first", ["pools", "elsewhere", "outputs"]],
  ["runs first", ["outputs", "elsewhere", "pools"]],
])("links them when they come apart: %s", async (_order, folders) => {
  for (const folder of folders) await importAt(database.db, join(root, folder));
  expect(await originsOf()).toEqual(linked);
});

it("links those of an earlier import when it is repeated, and revises nothing", async () => {
  await importAt(database.db, join(root, "outputs"));
  await importAt(database.db, join(root, "pools"));
  await database.db.memory.updateMany({ data: { sourceTrialId: null } });
  const again = await importAt(database.db, join(root, "pools"));
  expect(again.memories).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  expect((await originsOf()).filter(([, trial]) => trial !== null)).toHaveLength(3);
  expect(await database.db.revision.count()).toBe(3);
});
