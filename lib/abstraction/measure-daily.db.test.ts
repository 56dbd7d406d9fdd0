import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { ensureActiveSpace } from "#lib/embeddings/spaces.ts";
import { createMemory, ensureBenchmarks, type MemoryDraft } from "#lib/memories/record.ts";
import { queueDailyMeasurement } from "./measure-daily.ts";

const database = testDatabase();
const dayMs = 86_400_000;
const today = new Date();
const tomorrow = new Date(today.getTime() + dayMs);

beforeEach(async () => {
  const { db } = database;
  await db.job.deleteMany();
  await db.metricSnapshot.deleteMany();
  await db.memory.deleteMany();
  await ensureActiveSpace(db);
});

async function addMemory(): Promise<void> {
  await ensureBenchmarks(database.db, ["aider"]);
  const draft = {
    type: "insight",
    benchmarkName: "aider",
    taskName: "t",
    task: "t",
    outcome: "passed",
    sourceFormat: "test",
    content: { title: "title", description: "d", content: "c" },
  } as MemoryDraft;
  await createMemory(database.db, draft, { kind: "import", actor: "ada" });
}

async function measureAt(time: Date): Promise<void> {
  const { id: spaceId } = await ensureActiveSpace(database.db);
  const kept = { label: "benchmark", perplexity: 30, inputHash: "h", result: {} };
  await database.db.metricSnapshot.create({
    data: { spaceId, ...kept, createdAt: time, checkedAt: time },
  });
}

describe("the daily measurement", () => {
  it("is due on the day after one that the pool has moved on from", async () => {
    await measureAt(new Date(today.getTime() - 1000));
    await addMemory();
    expect(await queueDailyMeasurement(database.db, today)).toBeNull();
    const id = await queueDailyMeasurement(database.db, tomorrow);
    expect(await database.db.job.findUnique({ where: { id: id ?? "" } })).toMatchObject({
      kind: "metrics",
      input: {},
    });
  });

  it("is not queued twice", async () => {
    await measureAt(new Date(today.getTime() - 1000));
    await addMemory();
    expect(await queueDailyMeasurement(database.db, tomorrow)).not.toBeNull();
    expect(await queueDailyMeasurement(database.db, tomorrow)).toBeNull();
  });

  it("leaves alone a pool that did not change, and one that was never measured", async () => {
    expect(await queueDailyMeasurement(database.db, tomorrow)).toBeNull();
    await addMemory();
    expect(await queueDailyMeasurement(database.db, tomorrow)).toBeNull();
    await measureAt(new Date(Date.now() + 1000));
    expect(await queueDailyMeasurement(database.db, tomorrow)).toBeNull();
  });
});
