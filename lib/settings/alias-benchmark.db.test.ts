import { beforeEach, describe, expect, it } from "vitest";
import { loadBenchmarkNames } from "#lib/benchmarks/benchmark-names.ts";
import { listBenchmarkNames } from "#lib/benchmarks/benchmarks-sql.ts";
import { listNearBenchmarks } from "#lib/benchmarks/queries.ts";
import { testDatabase } from "#lib/db/testing.ts";
import { contentHashOf } from "#lib/memories/record.ts";
import { createTestRun } from "#lib/runs/testing.ts";
import { insightDraft, seedMemory } from "#lib/testing/memories.ts";
import { aliasBenchmark } from "./alias-benchmark.ts";
import { undoAlias } from "./undo-alias.ts";

const database = testDatabase();
const ada = { name: "ada", role: "editor" } as const;
const name = "swe-bench";
const benchmark = "SWE-bench Verified";
const join = () => aliasBenchmark(database.db, { name, benchmark }, ada);

/** Where everything belongs, as far as names go. */
async function belongings() {
  const [memories, trials, runs] = await Promise.all([
    database.db.memory.findMany({
      orderBy: { id: "asc" },
      select: { benchmarkName: true, contentHash: true },
    }),
    database.db.trial.findMany({
      orderBy: { id: "asc" },
      select: { attempt: true, task: { select: { name: true, benchmarkName: true } } },
    }),
    database.db.run.findMany({ select: { scope: true } }),
  ]);
  return { memories, trials, runs };
}

beforeEach(async () => {
  await database.db.$executeRaw`TRUNCATE "Benchmark", "Run", "AuditEvent" CASCADE`;
  for (const benchmarkName of [name, name, benchmark, "terminal-bench"]) {
    await seedMemory(database.db, insightDraft({ benchmarkName }));
  }
  const tasks = { [name]: { both: "pf", own: "p" }, [benchmark]: { both: "f" } };
  const run = await createTestRun(database.db, { name: "r", arm: "memory", scope: "cross_domain", tasks });
  const trialId = run.trialId(`${name}/both/1`);
  const shown = { benchmark, title: "x" };
  await database.db.retrieval.create({ data: { trialId, rank: 1, query: "q", shown } });
});

describe("a name made another name of a benchmark", () => {
  it("gives it memories, tasks, trials and the scope of runs, each memory with a revision", async () => {
    expect(await join()).toEqual({ ok: true, value: { name, benchmark, memories: 2, tasks: 2, trials: 2 } });
    const { memories, trials, runs } = await belongings();
    expect(memories.filter((memory) => memory.benchmarkName === benchmark)).toHaveLength(3);
    expect(trials.map(({ task }) => task.benchmarkName)).toEqual(new Array(4).fill(benchmark));
    const both = trials.filter(({ task }) => task.name === "both").map(({ attempt }) => attempt);
    expect(both.sort()).toEqual([1, 2, 3]);
    expect(runs).toEqual([{ scope: "in_domain" }]);
    const [moved] = await database.db.memory.findMany({ where: { benchmarkName: benchmark, version: 2 } });
    expect(moved?.contentHash).toBe(moved && contentHashOf(moved));
    const revisions = await database.db.revision.findMany({
      where: { memoryId: moved?.id ?? "", version: 2 },
    });
    expect(revisions).toMatchObject([
      { actor: "ada", before: { benchmarkName: name }, changedFields: ["benchmarkName"] },
    ]);
    expect(await database.db.auditEvent.findMany()).toMatchObject([{ action: "benchmark.alias" }]);
  });

  it("is followed by whatever comes later, in any spelling", async () => {
    await join();
    const names = await loadBenchmarkNames(database.db);
    expect(names.canonical("SWE_Bench")).toBe(benchmark);
    expect(await listBenchmarkNames(database.db)).toEqual([benchmark, "terminal-bench"]);
    expect(await listNearBenchmarks(database.db)).toEqual([]);
  });

  it("can be taken back, to the letter", async () => {
    const before = await belongings();
    await join();
    expect(await undoAlias(database.db, { name }, ada)).toMatchObject({ ok: true, value: { memories: 2 } });
    expect(await belongings()).toEqual(before);
    expect(await database.db.benchmarkAlias.count()).toBe(0);
    expect(await database.db.auditEvent.count()).toBe(2);
    expect(await listNearBenchmarks(database.db)).toMatchObject([
      { kind: "part", names: expect.arrayContaining([name]) },
    ]);
  });

  it("leaves to the benchmark what came after", async () => {
    await join();
    await seedMemory(database.db, insightDraft({ benchmarkName: benchmark }));
    await undoAlias(database.db, { name }, ada);
    expect(await database.db.memory.count({ where: { benchmarkName: benchmark } })).toBe(2);
  });
});

describe("is refused", () => {
  it("to a reader, for one name, for a name nobody stored, and twice", async () => {
    const reader = { name: "bob", role: "reader" } as const;
    expect(await aliasBenchmark(database.db, { name, benchmark }, reader)).toMatchObject({
      error: { code: "forbidden" },
    });
    const ask = (input: { name: string; benchmark: string }) => aliasBenchmark(database.db, input, ada);
    expect(await ask({ name, benchmark: name })).toMatchObject({ error: { code: "invalid" } });
    expect(await ask({ name: "omega", benchmark })).toMatchObject({ error: { code: "not_found" } });
    await join();
    expect(await ask({ name: "terminal-bench", benchmark: name })).toMatchObject({
      error: { code: "invalid" },
    });
    expect(await undoAlias(database.db, { name: "omega" }, ada)).toMatchObject({
      error: { code: "not_found" },
    });
  });

  it("never: a benchmark with other names can become one of another, and they follow", async () => {
    await join();
    const input = { name: benchmark, benchmark: "terminal-bench" };
    expect(await aliasBenchmark(database.db, input, ada)).toMatchObject({ ok: true });
    expect((await loadBenchmarkNames(database.db)).canonical("swebench")).toBe("terminal-bench");
    await undoAlias(database.db, { name: benchmark }, ada);
    expect((await loadBenchmarkNames(database.db)).canonical("swebench")).toBe(benchmark);
  });
});

describe("at the edges", () => {
  it("does it once when two ask at the same moment, and says so to the other", async () => {
    const results = await Promise.all([join(), join()]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await database.db.benchmarkAlias.count()).toBe(1);
    expect(await database.db.auditEvent.count()).toBe(1);
    expect(await database.db.memory.findMany({ where: { version: 3 } })).toEqual([]);
  });

  it.each([
    ["", benchmark],
    [name, ""],
    ["x".repeat(201), benchmark],
    [null, benchmark],
  ])("refuses %j for another name of %j, and writes nothing", async (wrong, other) => {
    const before = await belongings();
    const input = { name: wrong, benchmark: other } as { name: string; benchmark: string };
    expect(await aliasBenchmark(database.db, input, ada)).toEqual({
      ok: false,
      error: { code: "invalid", message: "Choose two different names." },
    });
    expect(await belongings()).toEqual(before);
    expect(await database.db.auditEvent.count()).toBe(0);
  });

  it("says which name is another's already, and what to do first", async () => {
    await join();
    for (const input of [
      { name: "terminal-bench", benchmark: name },
      { name, benchmark: "terminal-bench" },
    ])
      expect(await aliasBenchmark(database.db, input, ada)).toMatchObject({
        error: { message: `${name} is already another name of ${benchmark}: undo that first.` },
      });
  });

  it("moves a name without memories, tasks or runs as well", async () => {
    await database.db.benchmark.create({ data: { name: "empty" } });
    const done = await aliasBenchmark(database.db, { name: "empty", benchmark }, ada);
    expect(done).toEqual({ ok: true, value: { name: "empty", benchmark, memories: 0, tasks: 0, trials: 0 } });
    expect(await undoAlias(database.db, { name: "empty" }, ada)).toMatchObject({ value: { memories: 0 } });
  });

  it("takes more than a page of memories along, each with one revision", async () => {
    const { content, ...draft } = await database.db.memory.findFirstOrThrow({
      where: { benchmarkName: name },
    });
    const rows = Array.from({ length: 501 }, (_, i) => {
      const own = {
        id: crypto.randomUUID(),
        importKey: `many-${i}`,
        importedHash: `h${i}`,
        contentHash: `h${i}`,
      };
      return { ...draft, ...own, content: content ?? {} };
    });
    await database.db.memory.createMany({ data: rows });
    expect(await join()).toMatchObject({ value: { memories: 503 } });
    expect(await database.db.memory.count({ where: { benchmarkName: benchmark, version: 2 } })).toBe(503);
    expect(await database.db.revision.count({ where: { version: 2, kind: "edit" } })).toBe(503);
    expect(await undoAlias(database.db, { name }, ada)).toMatchObject({ value: { memories: 503 } });
    expect(await database.db.memory.count({ where: { benchmarkName: name, version: 3 } })).toBe(503);
  });

  it("is taken back once when two ask, and never by a reader", async () => {
    await join();
    const reader = { name: "bob", role: "reader" } as const;
    expect(await undoAlias(database.db, { name }, reader)).toMatchObject({ error: { code: "forbidden" } });
    const results = await Promise.all([1, 2].map(() => undoAlias(database.db, { name }, ada)));
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await database.db.memory.count({ where: { benchmarkName: name } })).toBe(2);
  });

  it("comes and goes any number of times and is the same in the end, but for the revisions", async () => {
    const before = await belongings();
    for (let round = 0; round < 3; round++) {
      expect((await join()).ok).toBe(true);
      expect((await undoAlias(database.db, { name }, ada)).ok).toBe(true);
    }
    expect(await belongings()).toEqual(before);
  });
});
