import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { getFairness } from "./fair-queries.ts";

const test = testDatabase();

it("flags memories born from what is measured, and none that were born elsewhere", async () => {
  const { db } = test;
  const base = await createTestRun(db, {
    name: "base",
    model: "m",
    tasks: { swe: { 1: "p", 2: "p" }, gym: { 1: "p" } },
  });
  const cand = await createTestRun(db, {
    name: "cand",
    arm: "memory",
    model: "m",
    startedAt: new Date("2026-02-01"),
    tasks: { swe: { 1: "p", 2: "p" }, gym: { 1: "p" } },
  });
  const later = await createTestRun(db, { name: "later", model: "m", tasks: { swe: { 3: "p" } } });
  await db.trial.update({
    where: { id: later.trialId("swe/3/1") },
    data: { startedAt: new Date("2026-02-02") },
  });
  const show = async (
    at: string,
    rank: number,
    title: string,
    benchmarkName: string,
    source: string | null,
  ) => {
    const memoryId = await createTestMemory(db, {
      title,
      benchmarkName,
      taskName: title,
      sourceTrialId: source,
    });
    await db.retrieval.create({ data: { trialId: cand.trialId(at), memoryId, rank, query: "q", shown: {} } });
  };
  await show("swe/1/1", 1, "of the task", "swe", base.trialId("swe/1/1"));
  await show("swe/1/1", 2, "of the run", "swe", cand.trialId("swe/2/1"));
  await show("swe/2/1", 1, "of later", "swe", later.trialId("swe/3/1"));
  await show("gym/1/1", 1, "elsewhere", "swe", base.trialId("swe/2/1"));
  const items = await getFairness(db, { runId: cand.id, baselineId: base.id });
  expect(items?.filter(({ what }) => what === "Contamination").map(({ says }) => says)).toEqual([
    "swe: of 3 shown, 1 of the task itself, 1 born in one of the two runs, 1 born after the run began",
  ]);
  expect(items?.find(({ what }) => what === "Tasks")).toMatchObject({ state: "same", says: "3 in both" });
  expect(await getFairness(db, { runId: cand.id, baselineId: "none" })).toBeNull();
});
