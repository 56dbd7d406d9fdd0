import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { createMemory, ensureBenchmarks } from "#lib/memories/record.ts";
import { tagMemories } from "#lib/memories/verbs/tag-memories.ts";
import { createTestRun } from "#lib/runs/testing.ts";
import { insightDraft } from "#lib/testing/memories.ts";
import { getMapState } from "./map-state.ts";

const test = testDatabase();
const map = "00000000-0000-7000-8000-000000000001";
const other = "00000000-0000-7000-8000-000000000002";

it("changes with what a map shows, and only then", async () => {
  const empty = await getMapState(test.db, map);
  expect(await getMapState(test.db, map)).toBe(empty);
  expect(await getMapState(test.db, other)).not.toBe(empty);
  expect(await getMapState(test.db, map, other)).not.toBe(empty);

  await ensureBenchmarks(test.db, ["swebench"]);
  const memory = await createMemory(test.db, insightDraft(), { actor: "test", kind: "import" });
  const created = await getMapState(test.db, map);
  expect(created).not.toBe(empty);

  const actor = { name: "test", role: "editor" } as const;
  await tagMemories(test.db, { selection: { ids: [memory.id] }, add: ["review"] }, actor);
  const tagged = await getMapState(test.db, map);
  expect(tagged).not.toBe(created);

  await test.db.lintFinding.create({
    data: {
      memoryId: memory.id,
      memoryVersion: 2,
      rule: "r",
      severity: "info",
      message: "m",
      field: "title",
      spanStart: 0,
      spanEnd: 1,
    },
  });
  const found = await getMapState(test.db, map);
  expect(found).not.toBe(tagged);

  // Neither changes a count: an outcome that another import corrects, a retrieval whose memory is found later.
  const run = await createTestRun(test.db, { name: "run", arm: "memory", tasks: { swe: { t1: "f" } } });
  const trialId = run.trialId("swe/t1/1");
  await test.db.retrieval.create({ data: { trialId, rank: 1, query: "q", shown: {} } });
  const shown = await getMapState(test.db, map);
  await test.db.trial.update({ where: { id: trialId }, data: { outcome: "passed" } });
  const corrected = await getMapState(test.db, map);
  expect(corrected).not.toBe(shown);
  await test.db.retrieval.updateMany({ data: { memoryId: memory.id } });
  expect(await getMapState(test.db, map)).not.toBe(corrected);
});
