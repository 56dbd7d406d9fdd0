import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { runJob } from "#lib/jobs/run-job.ts";
import { reviseMemory } from "#lib/memories/record.ts";
import { type SeededSources, seedSources } from "#lib/testing/generation-sources.ts";
import { insightDraft, seedMemory } from "#lib/testing/memories.ts";
import { startTestingServer, type TestingServer } from "#lib/testing/model-server.ts";
import { acceptGeneration } from "./accept-generation.ts";
import { generateJob } from "./generate-memory.ts";
import { getGeneration, listGenerations } from "./queries.ts";
import { rejectGeneration } from "./reject-generation.ts";
import { requestGeneration } from "./request-generation.ts";
import type { GenerationRequest } from "./schema.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;
const unknownId = "00000000-0000-7000-8000-000000000000";
let server: TestingServer;
let { trials, trajectory, insight } = {} as SeededSources;

beforeAll(async () => {
  server = await startTestingServer();
  ({ trials, trajectory, insight } = await seedSources(database.db));
});
afterAll(() => server.close());

beforeEach(() => {
  vi.stubEnv("OPENAI_API_KEY", "sk-testing");
  vi.stubEnv("OPENAI_BASE_URL", server.url);
  vi.stubEnv("CARRYOVER_CHAT_MODEL", "test-model");
});

async function request(input: GenerationRequest): Promise<{ id: string; jobId: string }> {
  const asked = await requestGeneration(database.db, input, actor);
  if (!asked.ok) throw new Error(asked.error.message);
  return asked.value;
}

async function generate(input: GenerationRequest) {
  const { id, jobId } = await request(input);
  const options = { stop: new AbortController().signal, lastTry: true };
  await runJob(database.db, jobId, () => generateJob, options);
  const generation = await getGeneration(database.db, id);
  if (!generation) throw new Error("The draft is gone");
  return generation;
}

describe("a draft", () => {
  it("of a memory with its trial is compared with the memory and replaces it, with a revision", async () => {
    const draft = await generate({ memoryId: insight.id, type: "insight", note: "Shorter" });
    expect(draft).toMatchObject({
      state: "pending",
      memoryId: insight.id,
      baseVersion: 1,
      currentVersion: 1,
      polarity: "passed",
      sourceKind: "trial",
      model: "test-model",
      note: "Shorter",
      inputTokens: 100,
    });
    expect(draft.before).toContain("Old content.");
    expect(draft.after).toContain("Let the failing check lead the edit");
    expect(draft.messages[1]?.content).toContain("$ pytest");
    expect(draft.messages[1]?.content).not.toContain("Look first");
    const accepted = await acceptGeneration(database.db, { id: draft.id, reason: "Clearer" }, actor);
    expect(accepted).toMatchObject({ ok: true, value: { memoryId: insight.id, version: 2 } });
    const memory = await database.db.memory.findUniqueOrThrow({ where: { id: insight.id } });
    expect(memory).toMatchObject({
      title: draft.title,
      outcome: "passed",
      generator: "test-model",
      version: 2,
    });
    const revision = await database.db.revision.findFirst({ where: { memoryId: insight.id, version: 2 } });
    expect(revision).toMatchObject({ kind: "regenerate", actor: "ada", reason: "Clearer" });
    expect(await database.db.job.count({ where: { kind: "embed", state: "queued" } })).toBe(1);
    expect(await getGeneration(database.db, draft.id)).toMatchObject({
      state: "accepted",
      decision: { actor: "ada", reason: "Clearer", memoryId: insight.id },
    });
    const again = await acceptGeneration(database.db, { id: draft.id }, actor);
    expect(again).toMatchObject({ ok: false, error: { code: "conflict" } });
    insight = memory;
  });

  it.each([
    { outcome: "failed", polarity: "failed", why: "a failure teaches what to avoid" },
    { outcome: "errored", polarity: "failed", why: "an errored attempt did not pass" },
  ])("of a trial that $outcome becomes a new memory: $why", async ({ outcome, polarity }) => {
    const draft = await generate({ trialId: trials[outcome] ?? "", type: "workflow" });
    expect(draft).toMatchObject({ state: "pending", memoryId: null, before: "", polarity });
    expect(draft.after).toContain("Avoid patching");
    const accepted = await acceptGeneration(database.db, { id: draft.id }, actor);
    const memoryId = accepted.ok ? accepted.value.memoryId : "";
    expect(await database.db.memory.findUnique({ where: { id: memoryId } })).toMatchObject({
      type: "workflow",
      outcome: polarity,
      lifecycle: "active",
      sourceTrialId: trials[outcome],
      sourceModel: "gpt-test",
      task: "Make the tests pass",
    });
  });

  it("of type trajectory needs no model and keeps action and observation only", async () => {
    vi.stubEnv("OPENAI_API_KEY", "");
    vi.stubEnv("OPENAI_BASE_URL", "");
    const asked = server.requests.length;
    const draft = await generate({ trialId: trials["passed"] ?? "", type: "trajectory" });
    expect(draft.after).toBe("Step 1\n$ ls\napp.py\n\nStep 2\n$ pytest\n1 failed");
    expect(server.requests).toHaveLength(asked);
    const accepted = await acceptGeneration(database.db, { id: draft.id }, actor);
    expect(accepted.ok).toBe(true);
  });

  it("that the model answers badly twice is a visible failure, not a lost one", async () => {
    const draft = await generate({ memoryId: trajectory.id, type: "summary" });
    expect(draft.state).toBe("failed");
    expect(draft.error).toContain("answered twice");
    const refused = await acceptGeneration(database.db, { id: draft.id }, actor);
    expect(refused).toMatchObject({ ok: false, error: { code: "conflict" } });
  });

  it("whose job was canceled counts as failed", async () => {
    const { id, jobId } = await request({ trialId: trials["passed"] ?? "", type: "summary" });
    await cancelJob(database.db, jobId, actor);
    expect(await getGeneration(database.db, id)).toMatchObject({
      state: "failed",
      error: "The job was canceled.",
    });
    const open = await listGenerations(database.db, { which: "open" });
    expect(open.rows.map((row) => row.id)).not.toContain(id);
  });
});

it("can be made from a trial without an outcome when told how to read it", async () => {
  const trialId = trials["missing"] ?? "";
  expect(await generate({ trialId, type: "insight", polarity: "failed" })).toMatchObject({
    polarity: "failed",
  });
});

describe("deciding", () => {
  it("refuses a draft when the memory changed since, unless it was compared anew", async () => {
    const draft = await generate({ memoryId: insight.id, type: "insight" });
    const change = { tags: ["edited"] };
    const edited = await database.db.$transaction((tx) =>
      reviseMemory(tx, insight, change, { kind: "tags", actor: "bob" }),
    );
    const stale = await acceptGeneration(database.db, { id: draft.id }, actor);
    expect(stale).toMatchObject({ ok: false, error: { code: "conflict" } });
    expect(await getGeneration(database.db, draft.id)).toMatchObject({ baseVersion: 2, currentVersion: 3 });
    const seen = await acceptGeneration(
      database.db,
      { id: draft.id, expectedVersion: edited.version },
      actor,
    );
    expect(seen.ok).toBe(true);
    insight = await database.db.memory.findUniqueOrThrow({ where: { id: insight.id } });
  });

  it("can add the draft beside the present memory", async () => {
    const draft = await generate({ memoryId: insight.id, type: "insight", note: "Another one" });
    const accepted = await acceptGeneration(database.db, { id: draft.id, asNew: true }, actor);
    expect(accepted.ok && accepted.value.memoryId).not.toBe(insight.id);
    const present = await database.db.memory.findUniqueOrThrow({ where: { id: insight.id } });
    expect(present.version).toBe(insight.version);
  });

  it("rejects with a reason and leaves the pool alone", async () => {
    const memories = await database.db.memory.count();
    const draft = await generate({ trialId: trials["passed"] ?? "", type: "summary" });
    const silent = await rejectGeneration(database.db, { id: draft.id, reason: " " }, actor);
    expect(silent).toMatchObject({
      ok: false,
      error: { code: "invalid", fields: { reason: [expect.stringContaining("Enter a reason")] } },
    });
    const rejected = await rejectGeneration(database.db, { id: draft.id, reason: "Too vague" }, actor);
    expect(rejected.ok).toBe(true);
    expect(await getGeneration(database.db, draft.id)).toMatchObject({
      state: "rejected",
      decision: { reason: "Too vague" },
    });
    expect(await database.db.memory.count()).toBe(memories);
    const decided = await listGenerations(database.db, { which: "decided" });
    expect(decided.rows.map((row) => row.id)).toContain(draft.id);
  });

  it("is not for readers, and not for what is not there", async () => {
    const reader = { name: "rae", role: "reader" } as const;
    const draft = { id: unknownId, reason: "x" };
    const code = (result: { ok: boolean; error?: { code: string } }) => result.error?.code;
    expect(code(await acceptGeneration(database.db, draft, reader))).toBe("forbidden");
    expect(code(await rejectGeneration(database.db, draft, reader))).toBe("forbidden");
    expect(code(await acceptGeneration(database.db, draft, actor))).toBe("not_found");
    expect(code(await rejectGeneration(database.db, draft, actor))).toBe("not_found");
  });
});

describe("two at once", () => {
  it("accept one draft once: one memory, one audit row, and a conflict for the other", async () => {
    const { db } = database;
    const draft = await generate({ trialId: trials["passed"] ?? "", type: "summary" });
    const memories = await db.memory.count();
    const results = await Promise.all(
      [1, 2, 3].map(() => acceptGeneration(db, { id: draft.id, asNew: true }, actor)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results.filter(({ ok }) => !ok))
      expect(result).toMatchObject({
        error: { code: "conflict", message: expect.stringMatching(/already/) },
      });
    expect(await db.memory.count()).toBe(memories + 1);
    expect(await db.auditEvent.count({ where: { subjectId: draft.id } })).toBe(1);
  });

  it("accept and reject one draft: it is one of the two, whole", async () => {
    const { db } = database;
    const draft = await generate({ trialId: trials["passed"] ?? "", type: "workflow" });
    const memories = await db.memory.count();
    const [accepted, rejected] = await Promise.all([
      acceptGeneration(db, { id: draft.id, asNew: true }, actor),
      rejectGeneration(db, { id: draft.id, reason: "No" }, actor),
    ]);
    expect([accepted.ok, rejected.ok].filter(Boolean)).toHaveLength(1);
    expect(await getGeneration(db, draft.id)).toMatchObject({ state: accepted.ok ? "accepted" : "rejected" });
    expect(await db.memory.count()).toBe(memories + (accepted.ok ? 1 : 0));
  });
});

describe("what goes wrong on the way", () => {
  it("a refused key is told on the draft, without the key, and nothing is written into the pool", async () => {
    const memories = await database.db.memory.count();
    const draft = await generate({ trialId: trials["passed"] ?? "", type: "insight", note: "[[mode:401]]" });
    expect(draft).toMatchObject({ state: "failed", title: null, inputTokens: null });
    expect(draft.error).toContain("check OPENAI_API_KEY");
    expect(JSON.stringify(draft)).not.toContain("sk-testing");
    expect(await acceptGeneration(database.db, { id: draft.id }, actor)).toMatchObject({
      error: { code: "conflict", message: expect.stringContaining("its job has not succeeded") },
    });
    expect(await database.db.memory.count()).toBe(memories);
  });

  it("a message that comes twice asks the model once", async () => {
    const { id, jobId } = await request({ trialId: trials["failed"] ?? "", type: "insight", note: "once" });
    const options = { stop: new AbortController().signal, lastTry: true };
    const asked = server.requests.length;
    await runJob(database.db, jobId, () => generateJob, options);
    await database.db.job.update({ where: { id: jobId }, data: { state: "queued" } });
    await runJob(database.db, jobId, () => generateJob, options);
    expect(server.requests.length).toBe(asked + 1);
    expect(await getGeneration(database.db, id)).toMatchObject({ state: "pending" });
  });

  it("a source that is gone meanwhile is told as such", async () => {
    const source = await seedMemory(
      database.db,
      insightDraft({ type: "trajectory", content: { steps: [{ action: "ls", observation: "" }] } }),
    );
    const { id, jobId } = await request({ memoryId: source.id, type: "insight" });
    await database.db.memory.delete({ where: { id: source.id } });
    const options = { stop: new AbortController().signal, lastTry: true };
    await runJob(database.db, jobId, () => generateJob, options);
    expect(await getGeneration(database.db, id)).toMatchObject({
      state: "failed",
      error: "There is no such memory. Choose a source from the list.",
    });
  });

  it("a memory that is gone when its draft is accepted: nothing is written unless it is to be a new one", async () => {
    const { db } = database;
    const present = await seedMemory(db, insightDraft({ sourceTrialId: trials["errored"] ?? null }));
    const draft = await generate({ memoryId: present.id, type: "insight", note: "gone" });
    expect(draft.memoryId).toBe(present.id);
    await db.memory.delete({ where: { id: present.id } });
    const memories = await db.memory.count();
    const inPlace = await acceptGeneration(db, { id: draft.id, expectedVersion: 1 }, actor);
    if (!inPlace.ok) expect(inPlace.error).toMatchObject({ code: "conflict" });
    const asNew = inPlace.ok ? inPlace : await acceptGeneration(db, { id: draft.id, asNew: true }, actor);
    expect(asNew.ok).toBe(true);
    expect(await db.memory.count()).toBe(memories + 1);
  });

  it("an odd character in a task or a log is no obstacle: what is asked can be stored", async () => {
    const draft = await generate({
      trialId: trials["passed"] ?? "",
      type: "insight",
      note: '\u{1F642}\u2028 "quotes"',
    });
    expect(draft).toMatchObject({ state: "pending", note: '\u{1F642}\u2028 "quotes"' });
  });
});
