import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { getEffectWithLosses } from "./lost-with-memory.ts";

const test = testDatabase();

it("names the tasks that were lost while a memory was shown, as many as its effect counts", async () => {
  await createTestRun(test.db, {
    name: "base",
    tasks: { swe: { b: "p", a: "p", kept: "p" }, app: { c: "p" } },
  });
  const run = await createTestRun(test.db, {
    name: "candidate",
    arm: "memory",
    tasks: { swe: { b: "f", a: "f", kept: "p" }, app: { c: "f" } },
  });
  const shown = await createTestMemory(test.db, { title: "Skip the tests", benchmarkName: "gym" });
  const unshown = await createTestMemory(test.db, { title: "Never shown", benchmarkName: "gym" });
  for (const key of ["swe/b/1", "swe/a/1", "swe/kept/1"]) {
    await test.db.retrieval.create({
      data: { trialId: run.trialId(key), memoryId: shown, rank: 1, similarity: 0.7, query: "q", shown: {} },
    });
  }

  const { effect, lost } = await getEffectWithLosses(test.db, shown);
  // Not "app/c": lost too, but not shown it.
  expect(lost.map(({ benchmark, taskName }) => `${benchmark}/${taskName}`)).toEqual(["swe/a", "swe/b"]);
  expect(effect?.lost).toBe(lost.length);
  expect(await getEffectWithLosses(test.db, unshown)).toEqual({ effect: null, lost: [] });
});
