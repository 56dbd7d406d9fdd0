import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { loadCommand } from "./commands.ts";

const test = testDatabase();
let ids: string[];

beforeAll(async () => {
  const tasks = (letter: string) => ({ swe: { t1: letter, t2: letter, t3: letter, t4: "p" } });
  await createTestRun(test.db, { name: "base", tasks: tasks("p") });
  await createTestRun(test.db, { name: "elsewhere", tasks: { other: { t: "p" } } });
  const run = await createTestRun(test.db, { name: "with", arm: "memory", tasks: tasks("f") });
  const memory = (title: string) => createTestMemory(test.db, { title, benchmarkName: "gym" });
  ids = [await memory("Skip the tests"), await memory("Read the error"), await memory("Trust the first try")];
  const show = (task: string, memoryId: string, rank: number) =>
    test.db.retrieval.create({
      data: { trialId: run.trialId(`swe/${task}/1`), memoryId, rank, similarity: 0.7, query: "q", shown: {} },
    });
  for (const task of ["t1", "t2", "t3"]) {
    await show(task, ids[0] ?? "", 1);
    await show(task, ids[2] ?? "", 2);
  }
  await show("t4", ids[1] ?? "", 1);
});

async function attribute(values: Record<string, string>) {
  const command = await loadCommand("attribute");
  if (!command?.needsDatabase) throw new Error("attribute takes no database");
  const context = { db: test.db, actor: { name: "test", role: "editor" }, log: () => undefined } as never;
  return command.run({ values, positionals: [] }, context);
}

it("answers with the cases, worst first, those that can't be told apart as one, and what chance would give", async () => {
  const answer = await attribute({ base: "base", candidate: "with" });
  if (!answer.ok) throw new Error(answer.error.message);
  const { cases, findings } = answer.value.json as { cases: Record<string, unknown>[]; findings: unknown };
  expect(cases).toHaveLength(2);
  expect(cases.find(({ separable }) => !separable)).toMatchObject({
    memoryIds: expect.arrayContaining([ids[0], ids[2]]),
    effect: expect.any(Number),
    ci: [expect.any(Number), expect.any(Number)],
    q: expect.any(Number),
    exposures: 3,
    lostAlone: 3,
    lostShared: 0,
    state: expect.any(String),
    judgment: null,
  });
  expect(findings).toMatchObject({
    cases: 2,
    netLoss: { seen: expect.any(Number), byChance: expect.any(Number) },
  });
  expect(answer.value.text).toContain("(2 not separable)");
  expect(answer.value.text).toMatch(/by chance alone\.$/);
});

it("says what to do where there is no such run, no shared task, or no retrieval", async () => {
  expect(await attribute({ base: "none", candidate: "with" })).toMatchObject({
    error: { code: "not_found" },
  });
  expect(await attribute({ base: "elsewhere", candidate: "with" })).toMatchObject({
    error: { message: "elsewhere and with share no task. See: carryover runs" },
  });
  expect(await attribute({ base: "with", candidate: "base" })).toMatchObject({
    value: { text: expect.stringContaining("has no recorded retrievals") },
  });
});
