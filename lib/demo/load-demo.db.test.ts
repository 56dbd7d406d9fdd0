import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { PLANTED } from "#lib/demo/pool/planted.ts";
import { loadDemo } from "./load-demo.ts";
import type { DemoReport } from "./schema.ts";

const database = testDatabase();
const editor = { name: "ada", role: "editor" } as const;
const nothing = {
  benchmarks: 0,
  tasks: 0,
  memories: 0,
  runs: 0,
  trials: 0,
  trajectories: 0,
  retrievals: 0,
};

async function load(input = {}, context = {}): Promise<DemoReport> {
  const result = await loadDemo(database.db, input, editor, context);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

it("refuses a reader and a seed that is no whole number", async () => {
  expect(await loadDemo(database.db, {}, { name: "rae", role: "reader" })).toMatchObject({
    error: { code: "forbidden" },
  });
  expect(await loadDemo(database.db, { seed: 1.5 }, editor)).toMatchObject({ error: { code: "invalid" } });
});

describe("a load that is canceled and taken up again", () => {
  const stages: string[] = [];
  let report: DemoReport;
  let left = 0;

  beforeAll(async () => {
    const cancel = new AbortController();
    const progress = (share: number) => {
      if (share > 0.05) cancel.abort(new Error("canceled"));
    };
    await expect(load({}, { signal: cancel.signal, progress })).rejects.toThrow("canceled");
    left = await database.db.memory.count();
    report = await load({}, { progress: (_share: number, stage: string) => stages.push(stage) });
  });

  it("left whole chunks: each memory with its revision", async () => {
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(1724);
    expect(left % 250).toBe(0);
  });

  it("writes the rest and nothing twice", async () => {
    expect(report.created).toMatchObject({ memories: 1724 - left, runs: 5, trials: 7365 });
    expect(await database.db.memory.count({ where: { synthetic: true } })).toBe(1724);
    expect(await database.db.revision.count({ where: { version: 1, actor: "demo", kind: "import" } })).toBe(
      1724,
    );
    expect(await database.db.task.count()).toBe(769);
    expect(await database.db.trial.count()).toBe(7365);
    expect(await database.db.retrieval.count()).toBe(4 * 491 * 3 * 3);
  });

  it("tells what it is doing", () => {
    expect(stages[0]).toBe("Generating the demo pool");
    expect(stages).toContain("Writing retrievals");
  });

  it("labels everything as synthetic", async () => {
    for (const count of [
      database.db.benchmark.count({ where: { synthetic: false } }),
      database.db.run.count({ where: { synthetic: false } }),
      database.db.memory.count({ where: { NOT: { generator: { contains: "synthetic" } } } }),
    ])
      expect(await count).toBe(0);
  });

  it("stores the planted truths under their titles, with nothing that gives them away", async () => {
    for (const { title, type, benchmark } of PLANTED) {
      const rows = await database.db.memory.findMany({ where: { title, type, benchmarkName: benchmark } });
      expect(rows, title).toHaveLength(1);
      expect(rows[0]?.tags).toEqual(["synthetic"]);
    }
  });

  it("asks for embeddings and leaves an audit row", async () => {
    const job = await database.db.job.findUnique({ where: { id: report.embedJobId ?? "" } });
    expect(job).toMatchObject({ kind: "embed", input: { refresh: true } });
    expect(await database.db.auditEvent.count({ where: { action: "demo.load", actor: "ada" } })).toBe(1);
  });

  it("changes nothing the second time, local edits included", async () => {
    const memory = await database.db.memory.findFirstOrThrow();
    await database.db.memory.update({ where: { id: memory.id }, data: { lifecycle: "deprecated" } });
    expect(await load()).toMatchObject({ unchanged: true, created: nothing, embedJobId: null });
    expect(await database.db.memory.findUnique({ where: { id: memory.id } })).toMatchObject({
      lifecycle: "deprecated",
    });
  });

  it("refuses a second seed beside the first", async () => {
    expect(await loadDemo(database.db, { seed: 7 }, editor)).toMatchObject({
      error: { code: "conflict", message: expect.stringContaining("seed 42") },
    });
  });

  it("refuses real content unless forced", async () => {
    await database.db.benchmark.create({ data: { name: "Ours" } });
    expect(await loadDemo(database.db, {}, editor)).toMatchObject({ error: { code: "conflict" } });
    expect(await load({ force: true })).toMatchObject({ unchanged: true });
  });
});
