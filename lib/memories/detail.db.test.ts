import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { tagMemories } from "#lib/memories/verbs/tag-memories.ts";
import { insightDraft, seedMemory } from "#lib/testing/memories.ts";
import { getMemory } from "./detail.ts";
import { listNeighbors } from "./memories-sql.ts";
import { changesOf, listRevisions } from "./revisions.ts";
import { deleteView, listViews, saveView } from "./saved-views.ts";
import { getUsage } from "./usage.ts";

const database = testDatabase();
const ada = { name: "ada", role: "editor" } as const;
const rae = { name: "rae", role: "reader" } as const;
const unknownId = "00000000-0000-7000-8000-000000000000";
const at = new Date("2026-06-15T12:00:00Z");
const ids: Record<string, string> = {};
let otherSpace = "";

async function embed(memoryId: string, spaceId: string, vector: number[], stale = false): Promise<void> {
  await database.db.$executeRaw`
    INSERT INTO "Embedding" ("memoryId", "spaceId", "textHash", "stale", "vector")
    VALUES (${memoryId}::uuid, ${spaceId}::uuid, 'h', ${stale}, ${JSON.stringify(vector)}::vector)`;
}

beforeAll(async () => {
  const { db } = database;
  for (const name of ["own", "near", "far", "stale", "zero"]) {
    ids[name] = (await seedMemory(db, insightDraft({ title: name, validUntil: new Date("2026-01-01") }))).id;
  }
  const active = await db.embeddingSpace.create({
    data: { provider: "lexical", model: "m", dimensions: 2, active: true },
  });
  const other = await db.embeddingSpace.create({ data: { provider: "openai", model: "o", dimensions: 3 } });
  otherSpace = other.id;
  await embed(ids["own"] ?? "", active.id, [1, 0]);
  await embed(ids["near"] ?? "", active.id, [1, 1]);
  await embed(ids["far"] ?? "", active.id, [-1, 0]);
  await embed(ids["stale"] ?? "", active.id, [1, 0], true);
  await embed(ids["zero"] ?? "", active.id, [0, 0]);
  await embed(ids["own"] ?? "", otherSpace, [0, 0, 1], true);
});

describe("getMemory", () => {
  it("tells what it says, whether it is servable, and which spaces hold its present text", async () => {
    const memory = await getMemory(database.db, ids["own"] ?? "", at);
    expect(memory).toMatchObject({
      type: "insight",
      title: "own",
      ineligible: "expired",
      version: 1,
      sourceTrial: null,
      embeddings: [
        { space: "m/2", active: true, state: "fresh" },
        { space: "o/3", active: false, state: "stale" },
      ],
    });
    const near = await getMemory(database.db, ids["near"] ?? "", at);
    expect(near?.embeddings[1]?.state).toBe("missing");
  });

  it("shows only lint findings of the present version", async () => {
    const memoryId = ids["far"] ?? "";
    const finding = { memoryId, rule: "too-long", severity: "info", message: "m", field: "content" };
    await database.db.lintFinding.createMany({
      data: [
        { ...finding, memoryVersion: 1, spanStart: 0, spanEnd: 2 },
        { ...finding, memoryVersion: 0, spanStart: 0, spanEnd: 2 },
      ],
    });
    expect((await getMemory(database.db, memoryId, at))?.findings).toHaveLength(1);
  });

  it.each(["no-uuid", unknownId, "' OR 1=1"])("is null for %s", async (id) => {
    expect(await getMemory(database.db, id)).toBeNull();
  });
});

describe("listNeighbors", () => {
  it("ranks by cosine in the active space, without stale vectors and without a direction", async () => {
    const neighbors = await listNeighbors(database.db, ids["own"] ?? "");
    expect(neighbors.map((neighbor) => neighbor.title)).toEqual(["near", "far"]);
    expect(neighbors[0]?.similarity).toBeCloseTo(Math.SQRT1_2, 6);
    expect(neighbors[1]?.similarity).toBeCloseTo(-1, 6);
  });

  it("is empty for a memory whose vector is stale", async () => {
    expect(await listNeighbors(database.db, ids["stale"] ?? "")).toEqual([]);
  });
});

describe("listRevisions", () => {
  it("lists newest first, with the change of each field", async () => {
    const memory = await seedMemory(database.db, insightDraft({ tags: ["a"] }));
    await tagMemories(database.db, { selection: { ids: [memory.id] }, add: ["b"], reason: "why" }, ada);
    const { rows, total } = await listRevisions(database.db, memory.id);
    expect(total).toBe(2);
    expect(rows[0]).toMatchObject({
      version: 2,
      reason: "why",
      changes: [{ field: "tags", before: "a", after: "a\nb" }],
    });
    expect(rows[1]).toMatchObject({ version: 1, kind: "import", changes: [] });
  });

  it("compares the parts of the content as text, not as JSON", () => {
    const steps = [{ action: "ls", observation: "a\nb" }];
    const changes = changesOf(
      { content: { steps, goal: "g" } },
      { content: { steps: [...steps, ...steps], goal: "g" } },
    );
    expect(changes).toEqual([
      {
        field: "steps",
        before: "action: ls\nobservation: a\nb",
        after: "action: ls\nobservation: a\nb\naction: ls\nobservation: a\nb",
      },
    ]);
  });
});

describe("getUsage", () => {
  it("counts how often a memory was shown, and at how many tasks", async () => {
    const { db } = database;
    const memory = await seedMemory(db);
    const [base, withMemory] = await Promise.all(
      (["zero_shot", "memory"] as const).map((arm) =>
        db.run.create({ data: { importKey: arm, name: arm, arm, source: "test" } }),
      ),
    );
    async function trial(runId: string, taskId: string, outcome: "passed" | "failed", shown: boolean) {
      const row = await db.trial.create({
        data: { runId, taskId, attempt: 1, outcome, sourcePath: "p", contentHash: "h" },
      });
      if (!shown) return;
      const { id: memoryId } = memory;
      await db.retrieval.create({
        data: { trialId: row.id, memoryId, rank: 1, similarity: 0.5, query: "q", shown: {} },
      });
    }
    const outcomes = {
      gained: ["failed", "passed"],
      lost: ["passed", "failed"],
      kept: ["passed", "passed"],
    } as const;
    for (const [name, [without, shown]] of Object.entries(outcomes)) {
      const task = await db.task.create({ data: { benchmarkName: "swebench", name } });
      await trial(base?.id ?? "", task.id, without, false);
      await trial(withMemory?.id ?? "", task.id, shown, true);
    }
    const alone = await db.task.create({ data: { benchmarkName: "swebench", name: "unpaired" } });
    await trial(withMemory?.id ?? "", alone.id, "failed", true);
    const usage = await getUsage(db, memory.id);
    expect(usage).toMatchObject({ retrievals: 4, tasks: 4 });
    expect(usage.latest[0]).toMatchObject({ taskName: "unpaired", rank: 1, run: { name: "memory" } });
    expect((await getUsage(db, memory.id, 2)).latest).toHaveLength(2);
  });

  it("is all zeros for a memory never shown", async () => {
    expect(await getUsage(database.db, ids["own"] ?? "")).toEqual({
      retrievals: 0,
      tasks: 0,
      latest: [],
    });
  });
});

describe("saved views", () => {
  const view = { page: "memories", name: "Expiring", query: "validity=expiring" } as const;

  it("are saved, replaced under the same name, and deleted; each leaves an audit row", async () => {
    const saved = await saveView(database.db, view, ada);
    expect(saved).toMatchObject({ ok: true, value: { replaced: false } });
    const again = await saveView(database.db, { ...view, query: "validity=expired" }, ada);
    expect(again).toMatchObject({ ok: true, value: { replaced: true } });
    const { rows } = await listViews(database.db, "memories");
    expect(rows).toMatchObject([{ name: "Expiring", query: "validity=expired", actor: "ada" }]);
    expect(await listViews(database.db, "runs")).toEqual({ rows: [], total: 0 });
    expect(await deleteView(database.db, rows[0]?.id ?? "", ada)).toMatchObject({
      value: { name: "Expiring" },
    });
    const actions = await database.db.auditEvent.findMany({ select: { action: true } });
    expect(actions.map((event) => event.action)).toEqual(["view.save", "view.save", "view.delete"]);
  });

  it("reject a reader, an empty name, and what is gone", async () => {
    expect(await saveView(database.db, view, rae)).toMatchObject({ error: { code: "forbidden" } });
    expect(await deleteView(database.db, unknownId, rae)).toMatchObject({ error: { code: "forbidden" } });
    expect(await saveView(database.db, { ...view, name: " " }, ada)).toMatchObject({
      error: { code: "invalid" },
    });
    expect(await deleteView(database.db, unknownId, ada)).toMatchObject({ error: { code: "not_found" } });
  });
});
