import { join } from "node:path";
import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importAt } from "#lib/testing/import-at.ts";
import { deleteRuns } from "./delete-runs.ts";

const database = testDatabase();
const fixtures = join(import.meta.dirname, "../imports/fixtures");
const ada = { name: "ada", role: "editor" } as const;
const counts = async () => {
  const { run, trial, trajectory, retrieval, task, benchmark, memory } = database.db;
  return {
    runs: await run.count(),
    trials: await trial.count(),
    trajectories: await trajectory.count(),
    retrievals: await retrieval.count(),
    tasks: await task.count(),
    benchmarks: (await benchmark.findMany({ orderBy: { name: "asc" } })).map(({ name }) => name),
    memories: await memory.count(),
  };
};

it("takes an import's runs back and leaves everything else as it was, with an audit row a run", async () => {
  await importAt(database.db, join(fixtures, "pools"));
  await importAt(database.db, join(fixtures, "runs/outputs/Z"));
  const before = await counts();
  const { runs } = await importAt(database.db, join(fixtures, "runs/tb-submission"));
  const written = runs.map(({ id }) => id);
  expect((await counts()).trials).toBe(before.trials + 6);
  expect(await deleteRuns(database.db, written, { name: "eve", role: "reader" })).toMatchObject({
    error: { code: "forbidden" },
  });
  expect(await deleteRuns(database.db, written, ada)).toEqual({ ok: true, value: { runs: 1, trials: 6 } });
  expect(await counts()).toEqual(before);
  expect(await database.db.auditEvent.findMany({ where: { action: "run.delete" } })).toMatchObject([
    { actor: "ada", subjectId: written[0], detail: { name: "toy-agent", trials: 6 } },
  ]);
  expect(await deleteRuns(database.db, written, ada)).toMatchObject({ error: { code: "not_found" } });
  expect(await deleteRuns(database.db, ["x"], ada)).toMatchObject({ error: { code: "invalid" } });
  expect((await importAt(database.db, join(fixtures, "runs/tb-submission"))).trials.created).toBe(6);
});
