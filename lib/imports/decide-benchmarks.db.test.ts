import { join } from "node:path";
import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importAt } from "#lib/testing/import-at.ts";
import { importPaths } from "./import-paths.ts";

const database = testDatabase();
const outputs = join(import.meta.dirname, "fixtures/runs/outputs");
const actor = { name: "ada", role: "editor" } as const;
const benchmarkNames = { Alpha_bench: "alphabench-2" };

it("asks of a new name what it stands for, keeps the answer as an alias, and does not ask again", async () => {
  await database.db.benchmark.create({ data: { name: "alphabench-2" } });
  const asked = await importAt(database.db, outputs, { dryRun: true });
  expect(asked.benchmarks).toEqual([
    {
      name: "alpha-bench",
      storedAs: "alpha-bench",
      state: "new",
      memories: 0,
      trials: 9,
      similar: ["alphabench-2"],
    },
  ]);
  expect(asked.storedBenchmarks).toEqual(["alphabench-2"]);

  const planned = await importAt(database.db, outputs, { dryRun: true, benchmarkNames });
  expect(planned.benchmarks).toMatchObject([{ state: "decided", storedAs: "alphabench-2", similar: [] }]);
  expect(planned.problems.filter(({ field }) => field === "benchmark")).toEqual([]);
  expect(await database.db.benchmarkAlias.count()).toBe(0);

  await importAt(database.db, outputs, { benchmarkNames });
  expect(await database.db.task.groupBy({ by: ["benchmarkName"] })).toEqual([
    { benchmarkName: "alphabench-2" },
  ]);
  expect(await database.db.benchmarkAlias.findMany()).toMatchObject([
    { name: "Alpha_bench", key: "alphabench", benchmarkName: "alphabench-2", actor: "ada" },
  ]);
  for (const options of [{}, { benchmarkNames }]) {
    const again = await importAt(database.db, outputs, options);
    expect(again.benchmarks).toMatchObject([{ state: "alias", storedAs: "alphabench-2" }]);
    expect(again.trials).toMatchObject({ created: 0, updated: 0, unchanged: 9 });
  }
  expect(await database.db.auditEvent.count({ where: { action: "benchmark.alias" } })).toBe(1);
});

it("refuses to make a stored name another name: what it holds is joined in Settings", async () => {
  await database.db.benchmark.createMany({ data: [{ name: "kept" }, { name: "other" }] });
  const refused = await importPaths(database.db, [outputs], { benchmarkNames: { Kept: "other" } }, { actor });
  expect(refused).toMatchObject({ ok: false, error: { code: "invalid" } });
});
