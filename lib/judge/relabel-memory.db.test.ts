import { beforeEach, describe, expect, it, vi } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { undoBatch } from "#lib/memories/verbs/undo-batch.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { getJudgeAudit } from "./queries.ts";
import { relabelMemories } from "./relabel-memories.ts";
import { relabelMemory } from "./relabel-memory.ts";

const database = testDatabase();
const ada = { name: "ada", role: "editor" } as const;
let ids: { wrong: string; right: string; wrongTrial: string };

beforeEach(async () => {
  const { db } = database;
  await db.$executeRaw`TRUNCATE "Benchmark", "Run", "JudgeAudit", "AuditEvent", "Generation" CASCADE`;
  const run = await createTestRun(db, { name: "r", tasks: { swe: { a: "f", b: "p", c: "m" } } });
  const trial = (task: string) => run.trialId(`swe/${task}/1`);
  await db.trial.updateMany({ data: { judgement: true } });
  const wrongTrial = trial("a");
  const steps = [{ source: "agent", action: "ls", observation: "x" }];
  await db.trajectory.create({
    data: { trialId: wrongTrial, format: "test", steps, stepCount: 1, contentHash: "h" },
  });
  const memory = (title: string, sourceTrialId: string) =>
    createTestMemory(db, { title, benchmarkName: "swe", outcome: "passed", sourceTrialId });
  ids = { wrong: await memory("wrong", wrongTrial), right: await memory("right", trial("b")), wrongTrial };
  await memory("unknown", trial("c"));
  await db.judgeAudit.create({
    data: {
      importKey: "k",
      name: "old prompt",
      benchmark: "swe",
      cases: [
        { task: null, judged: true, verified: false },
        { task: "x", judged: false, verified: false },
      ],
    },
  });
});

describe("the audit of judges", () => {
  it("counts trials and imported audits, and lists memories born from a wrong label", async () => {
    const audit = await getJudgeAudit(database.db);
    expect(audit.rows.map(({ name, accuracy, missing }) => [name, accuracy.k, accuracy.n, missing])).toEqual([
      ["r", 1, 2, 1],
      ["old prompt", 1, 2, 0],
    ]);
    expect(audit.total).toMatchObject({
      passPassed: 1,
      passFailed: 2,
      failPassed: 0,
      failFailed: 1,
      missing: 1,
    });
    expect(audit.wrong).toMatchObject([
      {
        id: ids.wrong,
        outcome: "passed",
        verifier: "failed",
        judge: "passed",
        hasSteps: true,
        taskName: "a",
      },
    ]);
    expect(audit.wrongTotal).toBe(1);
  });
});

describe("relabeling", () => {
  it("writes a revision with the reason, and asks for a draft of a failed attempt", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-testing");
    const done = await relabelMemory(database.db, { id: ids.wrong, expectedVersion: 1 }, ada);
    expect(done).toMatchObject({ ok: true, value: { notRequested: null } });
    expect(await database.db.memory.findUnique({ where: { id: ids.wrong } })).toMatchObject({
      outcome: "failed",
      version: 2,
    });
    const [revision] = await database.db.revision.findMany({ where: { memoryId: ids.wrong, version: 2 } });
    expect(revision).toMatchObject({ actor: "ada", changedFields: ["outcome"] });
    expect(revision?.reason).toContain("the judge said PASS");
    const [draft] = await database.db.generation.findMany();
    expect(draft).toMatchObject({
      trialId: ids.wrongTrial,
      memoryId: ids.wrong,
      prompt: { polarity: "failed" },
    });
    expect((await getJudgeAudit(database.db)).wrongTotal).toBe(0);
  });

  it("stands without a model, and says why there is no draft", async () => {
    vi.stubEnv("OPENAI_API_KEY", "");
    vi.stubEnv("OPENAI_BASE_URL", "");
    const done = await relabelMemory(database.db, { id: ids.wrong, expectedVersion: 1 }, ada);
    expect(done).toMatchObject({ ok: true, value: { generationId: null } });
    expect(done.ok ? done.value.notRequested : "").toMatch(/OPENAI_API_KEY/);
    expect((await getJudgeAudit(database.db)).wrongTotal).toBe(0);
  });

  it("is refused to a reader, for an old revision, and without a verifier", async () => {
    const reader = { name: "bob", role: "reader" } as const;
    const input = { id: ids.wrong, expectedVersion: 1 };
    expect(await relabelMemory(database.db, input, reader)).toMatchObject({ error: { code: "forbidden" } });
    expect(await relabelMemory(database.db, { ...input, expectedVersion: 9 }, ada)).toMatchObject({
      error: { code: "conflict" },
    });
    await database.db.memory.update({ where: { id: ids.right }, data: { sourceTrialId: null } });
    expect(await relabelMemory(database.db, { id: ids.right, expectedVersion: 1 }, ada)).toMatchObject({
      error: { code: "invalid" },
    });
    expect(await database.db.revision.count({ where: { memoryId: ids.wrong, version: 2 } })).toBe(0);
  });

  it("does all at once, each with its revision, and one undo takes them back", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-testing");
    const stepless = await createTestMemory(database.db, {
      ...{ title: "stepless", benchmarkName: "swe", outcome: "failed" },
      sourceTrialId: await otherTrial(),
    });
    const done = await relabelMemories(database.db, ada);
    expect(done).toMatchObject({
      ok: true,
      value: { relabeled: 2, requested: 1, notDone: 0, because: null },
    });
    expect((await getJudgeAudit(database.db)).wrongTotal).toBe(0);
    const batchId = done.ok ? (done.value.batchId ?? "") : "";
    expect(await undoBatch(database.db, { batchId }, ada)).toMatchObject({ ok: true, value: { changed: 2 } });
    const outcomes = await database.db.memory.findMany({
      where: { id: { in: [ids.wrong, stepless] } },
      orderBy: { title: "asc" },
    });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["failed", "passed"]);
    expect(await relabelMemories(database.db, { name: "bob", role: "reader" })).toMatchObject({
      error: { code: "forbidden" },
    });
  });
});

/** The trial of task b, which passed and has no steps. */
async function otherTrial(): Promise<string> {
  const trial = await database.db.trial.findFirstOrThrow({ where: { task: { name: "b" } } });
  return trial.id;
}
