import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { attributeRun } from "./attribute-run.ts";

const test = testDatabase();

it("answers with one case for memories that were always shown together", async () => {
  const base = await createTestRun(test.db, { name: "base", tasks: { swe: { t1: "ppp", t2: "fff" } } });
  const candidate = await createTestRun(test.db, {
    name: "candidate",
    arm: "memory",
    tasks: { swe: { t1: "fff", t2: "pff" } },
  });
  const [one, other] = [
    await createTestMemory(test.db, { title: "Skip the tests", benchmarkName: "gym" }),
    await createTestMemory(test.db, { title: "Read the error", benchmarkName: "gym" }),
  ];
  for (const [at, memoryId] of [one, other].entries()) {
    await test.db.retrieval.create({
      data: {
        trialId: candidate.trialId("swe/t1/1"),
        memoryId,
        rank: at + 1,
        similarity: 0.7,
        query: "q",
        shown: {},
      },
    });
  }
  const cases = await attributeRun(test.db, { base: base.id, candidate: candidate.id });
  expect(cases).toHaveLength(1);
  expect(cases?.[0]).toMatchObject({ exposures: 1, tasks: 1, separable: false, state: "few" });
  expect(cases?.[0]?.titles.toSorted()).toEqual(["Read the error", "Skip the tests"]);
  expect(await attributeRun(test.db, { base: base.id, candidate: "none" })).toBeNull();
});
