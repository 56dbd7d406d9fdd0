import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { countActiveJobs, getPoolCounts, getShellStatus } from "./queries.ts";
import { memoryRow } from "./testing.ts";

const database = testDatabase();
const now = new Date("2026-05-01T00:00:00Z");

it("counts an empty pool without complaint", async () => {
  expect((await getPoolCounts(database.db)).total).toBe(0);
  expect(await getShellStatus(database.db)).toMatchObject({
    hasSynthetic: false,
    memoryCount: 0,
    space: null,
  });
});

describe("with memories", () => {
  beforeAll(async () => {
    const { db } = database;
    await db.benchmark.create({ data: { name: "DevEval" } });
    await db.memory.createMany({
      data: [
        memoryRow("a", { tags: ["review", "shell"] }),
        memoryRow("b", { type: "workflow", synthetic: true }),
        memoryRow("expired", { validUntil: new Date("2026-04-01T00:00:00Z") }),
        memoryRow("expired but deprecated", {
          lifecycle: "deprecated",
          tags: ["review"],
          validUntil: new Date("2026-04-01T00:00:00Z"),
        }),
        memoryRow("ends at this very moment", { validUntil: now }),
        memoryRow("still valid", { validUntil: new Date("2026-06-01T00:00:00Z") }),
      ],
    });
    await db.job.createMany({
      data: [
        {
          kind: "lint",
          state: "failed",
          input: {},
          actor: "ada",
          finishedAt: new Date("2026-04-30T00:00:00Z"),
        },
        {
          kind: "lint",
          state: "failed",
          input: {},
          actor: "ada",
          finishedAt: new Date("2026-03-01T00:00:00Z"),
        },
        { kind: "lint", state: "running", input: {}, actor: "ada" },
        { kind: "lint", state: "queued", input: {}, actor: "ada" },
      ],
    });
  });

  it("counts by type and benchmark", async () => {
    const counts = await getPoolCounts(database.db);
    expect(counts.types).toEqual(["workflow", "insight"]);
    expect(counts.rows).toEqual([{ benchmark: "DevEval", counts: [1, 5], total: 6 }]);
    expect(counts.lifecycles).toEqual({ candidate: 0, active: 5, deprecated: 1 });
  });

  it("knows synthetic data and active jobs", async () => {
    expect(await getShellStatus(database.db)).toMatchObject({
      hasSynthetic: true,
      memoryCount: 6,
      activeJobs: 2,
    });
    expect(await countActiveJobs(database.db)).toBe(2);
  });
});
