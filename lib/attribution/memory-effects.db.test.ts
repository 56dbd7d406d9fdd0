import { expect, it } from "vitest";
import { limitDb } from "#lib/db/limit-db.ts";
import { testDatabase } from "#lib/db/testing.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { getMemoryEffect, listMemoryEffects, summarizeEffects } from "./memory-effects.ts";

const test = testDatabase();

it("reads each memory's effect from the newest run that was shown it, and again when runs come", async () => {
  expect((await listMemoryEffects(test.db)).size).toBe(0);

  await createTestRun(test.db, {
    name: "base",
    createdAt: new Date("2026-01-01"),
    tasks: { swe: { t1: "ppp", t2: "fff" } },
  });
  const older = await createTestRun(test.db, {
    name: "older",
    arm: "memory",
    createdAt: new Date("2026-01-02"),
    tasks: { swe: { t1: "ppp", t2: "fff" } },
  });
  const newer = await createTestRun(test.db, {
    name: "newer",
    arm: "memory",
    createdAt: new Date("2026-01-03"),
    tasks: { swe: { t1: "fff", t2: "pff" } },
  });
  const harmful = await createTestMemory(test.db, { title: "Skip the tests", benchmarkName: "gym" });
  const helpful = await createTestMemory(test.db, { title: "Read the error", benchmarkName: "gym" });
  const unused = await createTestMemory(test.db, { title: "Never shown", benchmarkName: "gym" });
  for (const [run, key, memoryId] of [
    [older, "swe/t1/1", harmful],
    [newer, "swe/t1/1", harmful],
    [newer, "swe/t2/1", helpful],
  ] as const) {
    await test.db.retrieval.create({
      data: { trialId: run.trialId(key), memoryId, rank: 1, similarity: 0.7, query: "q", shown: {} },
    });
  }

  const effects = await listMemoryEffects(test.db);
  expect(effects.get(harmful)).toMatchObject({
    effect: -1,
    lost: 1,
    lostAlone: 1,
    gained: 0,
    // One task tells nothing.
    verdict: "few",
    q: null,
    base: { name: "base" },
    candidate: { name: "newer" },
  });
  // The attempt that was shown it passed, whatever the task's others did.
  expect(effects.get(helpful)).toMatchObject({ effect: 1, gained: 1, attempts: 1 });
  expect(await getMemoryEffect(test.db, harmful)).toMatchObject({ alikeNamed: [], rivalNamed: null });
  expect(await getMemoryEffect(test.db, unused)).toBeNull();
  expect(await summarizeEffects(test.db)).toMatchObject({ memories: 2, verdicts: { few: 2, harmful: 0 } });
  expect(effects.has(unused)).toBe(false);
  // Kept while nothing changes: the maps of a page ask for it several times.
  expect(await listMemoryEffects(test.db)).toBe(effects);
  // And by the next request, whose client is another.
  expect(await listMemoryEffects(limitDb(test.db, 60_000))).toBe(effects);

  // An outcome that a later import corrects, and a retrieval whose memory is found later: no count changes.
  await test.db.trial.update({ where: { id: newer.trialId("swe/t1/1") }, data: { outcome: "passed" } });
  const corrected = await listMemoryEffects(test.db);
  expect(corrected.get(harmful)).toMatchObject({ effect: 0, passed: 1, attempts: 1 });
  await test.db
    .$executeRaw`UPDATE "Retrieval" SET "memoryId" = ${unused}::uuid WHERE "memoryId" = ${helpful}::uuid`;
  const linked = await listMemoryEffects(test.db);
  expect([linked.has(helpful), linked.has(unused)]).toEqual([false, true]);
});
