import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { reviseMemory } from "#lib/memories/record.ts";
import { insightDraft, seedMemory } from "#lib/testing/memories.ts";
import { createTestRun } from "./testing.ts";
import { getTrial } from "./trial-queries.ts";

const test = testDatabase();

it("gives the text of the revision that was shown, where the log only names the memory", async () => {
  const run = await createTestRun(test.db, { name: "memory", arm: "memory", tasks: { swe: { t1: "f" } } });
  const first = await seedMemory(test.db, insightDraft({ title: "Check first" }));
  const content = { title: "Check first", description: "Always", content: "Look before you leap." };
  const edited = await test.db.$transaction((tx) =>
    reviseMemory(tx, first, { content }, { kind: "edit", actor: "curator" }),
  );
  await test.db.$transaction((tx) =>
    reviseMemory(tx, edited, { tags: ["kept"] }, { kind: "tags", actor: "curator" }),
  );
  const trialId = run.trialId("swe/t1/1");
  const named = { trialId, memoryId: first.id, similarity: 0.5, query: "q", shown: { title: "Check first" } };
  await test.db.retrieval.createMany({
    data: [
      { ...named, rank: 1, memoryVersion: 1 },
      { ...named, rank: 2, memoryVersion: 2 },
      { ...named, rank: 3, memoryVersion: null },
      { ...named, rank: 4, memoryVersion: 1, shown: { title: "Check first", content: "As logged." } },
      { ...named, rank: 5, memoryId: null, memoryVersion: null },
    ],
  });
  const trial = await getTrial(test.db, trialId);
  expect(trial?.retrieved.map((row) => row.shown)).toEqual([
    "Before any edit\nReproduce the failure before you touch code.",
    "Always\nLook before you leap.",
    "Always\nLook before you leap.",
    "As logged.",
    '{\n  "title": "Check first"\n}',
  ]);
});
