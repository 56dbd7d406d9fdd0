import { describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { createMemory, ensureBenchmarks } from "#lib/memories/record.ts";
import { checkPool, checkSchema } from "./check-pool.ts";

const database = testDatabase();

async function stateOf(name: string, hasWorker = true) {
  const checks = await checkPool(database.db, hasWorker);
  return checks.find((check) => check.name === name);
}

describe("what the doctor says of a database", () => {
  it("finds the extension and no missing migration", async () => {
    const checks = await checkSchema(database.db, []);
    expect(checks).toMatchObject([
      { name: "Extension", state: "fine", found: expect.stringMatching(/^PostgreSQL \d.*pgvector \d/) },
      { name: "Migrations", state: "fine" },
    ]);
  });

  it("names how many migrations are missing", async () => {
    const checks = await checkSchema(database.db, ["20261120000000_init"]);
    expect(checks.at(-1)).toMatchObject({
      state: "problem",
      found: "1 not applied",
      mend: expect.any(String),
    });
  });

  it("tells an empty pool how to be filled", async () => {
    expect(await stateOf("Pool")).toMatchObject({
      state: "warning",
      mend: expect.stringContaining("import"),
    });
  });

  it("names benchmarks that may be one", async () => {
    expect(await stateOf("Benchmark names")).toMatchObject({ state: "fine" });
    await ensureBenchmarks(database.db, ["swe-bench", "swebench-verified", "terminal-bench"]);
    expect(await stateOf("Benchmark names")).toMatchObject({
      state: "warning",
      found: expect.stringMatching(/^similar: "swe.*" and "swe[^,]*"$/),
      mend: expect.stringContaining("Settings"),
    });
    await database.db.benchmark.deleteMany();
  });

  it("sees a memory without a vector", async () => {
    await ensureBenchmarks(database.db, ["alpha"]);
    await createMemory(
      database.db,
      {
        type: "insight",
        content: { title: "One", description: "Two", content: "Three" },
        benchmarkName: "alpha",
        taskName: "t1",
        task: "A task",
        outcome: "passed",
        sourceFormat: "test",
      },
      { kind: "import", actor: "test" },
    );
    await database.db.embeddingSpace.create({
      data: { provider: "lexical", model: "m", dimensions: 2, active: true },
    });
    expect(await stateOf("Pool")).toMatchObject({ state: "fine", found: "1 memories, 0 runs" });
    expect(await stateOf("Embedding spaces")).toMatchObject({
      state: "warning",
      found: "m/2 (active): 0 fresh, 0 stale, 1 missing",
    });
  });

  it("misses the worker only when a job has waited long", async () => {
    const job = { kind: "embed", input: {}, actor: "test" };
    await database.db.job.create({ data: job });
    expect(await stateOf("Queue", false)).toMatchObject({ state: "fine", found: "1 jobs queued or running" });
    await database.db.job.create({ data: { ...job, createdAt: new Date(Date.now() - 3_600_000) } });
    expect(await stateOf("Queue", false)).toMatchObject({ state: "warning" });
    expect(await stateOf("Queue", true)).toMatchObject({ state: "fine" });
  });

  it("names a job that did not end when it was begun", async () => {
    expect(await stateOf("Repeated jobs")).toBeUndefined();
    await database.db.job.create({
      data: { kind: "import", input: {}, actor: "test", tries: 2, error: "Invalid string length" },
    });
    expect(await stateOf("Repeated jobs")).toMatchObject({
      state: "warning",
      found: "import, started 2 of 3 times: Invalid string length",
    });
  });

  it("shows the last failed job with its reason", async () => {
    await database.db.job.create({
      data: { kind: "lint", input: {}, actor: "test", state: "failed", error: "No room." },
    });
    expect(await stateOf("Last failed job")).toMatchObject({ state: "warning", found: "lint: No room." });
  });
});
