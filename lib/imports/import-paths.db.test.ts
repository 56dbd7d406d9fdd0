import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { type MemoryChange, reviseMemory } from "#lib/memories/record.ts";
import { type ImportOptions, importPaths } from "./import-paths.ts";
import type { ImportResult } from "./schema.ts";

const database = testDatabase();
const fixtures = join(import.meta.dirname, "fixtures");
const editor = { name: "ada", role: "editor" } as const;
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "carryover-import-"));
  await cp(fixtures, join(copy, "synthetic"), { recursive: true });
});
afterAll(() => rm(copy, { recursive: true, force: true }));

async function importOf(path: string, options: ImportOptions = {}): Promise<ImportResult> {
  const result = await importPaths(database.db, [join(copy, "synthetic", path)], options, { actor: editor });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function everything() {
  const { memory, revision, trial, trajectory, retrieval, run, task, auditEvent, job } = database.db;
  return {
    memories: await memory.findMany({ orderBy: { id: "asc" } }),
    revisions: await revision.count(),
    trials: await trial.findMany({ orderBy: { id: "asc" } }),
    trajectories: await trajectory.findMany({ orderBy: { trialId: "asc" } }),
    retrievals: await retrieval.findMany({ orderBy: { id: "asc" } }),
    runs: await run.findMany({ orderBy: { id: "asc" } }),
    tasks: await task.count(),
    audits: await auditEvent.count(),
    jobs: await job.count(),
  };
}

const firstTime = {
  memories: { created: 26, updated: 0, unchanged: 0, rejected: 8 },
  vectors: { created: 9, updated: 0, unchanged: 0, rejected: 0 },
  trials: { created: 30, updated: 0, unchanged: 0, rejected: 1 },
  trajectories: { created: 7, updated: 0, unchanged: 0, rejected: 1 },
  retrievals: { created: 8, updated: 0, unchanged: 0, rejected: 0 },
};

describe("a whole folder", () => {
  it("tells in a dry run what it would do, and writes nothing", async () => {
    const before = await everything();
    const plan = await importOf("", { dryRun: true });
    expect(plan).toMatchObject({ dryRun: true, ...firstTime });
    expect(plan.runs.every((run) => run.id === null && run.action === "created")).toBe(true);
    expect(await everything()).toEqual(before);
  });

  it("does what the dry run told", async () => {
    const result = await importOf("");
    expect(result).toMatchObject({ dryRun: false, ...firstTime });
    const counts = await everything();
    expect(counts.memories).toHaveLength(26);
    expect(counts.trials).toHaveLength(30);
    expect(counts.trajectories).toHaveLength(7);
    expect(counts.revisions).toBe(26);
  });

  it("changes nothing the second time", async () => {
    const before = await everything();
    const again = await importOf("");
    expect(again.memories).toMatchObject({ created: 0, updated: 0, unchanged: 26 });
    expect(again.trials).toMatchObject({ created: 0, updated: 0, unchanged: 30 });
    expect(again.trajectories).toMatchObject({ created: 0, updated: 0, unchanged: 7 });
    expect(again.retrievals).toMatchObject({ created: 0, updated: 0, unchanged: 8 });
    expect(again.runs.every((run) => run.action === "unchanged")).toBe(true);
    expect(await everything()).toEqual(before);
  });

  it("names file, line and field of what it refused", async () => {
    const { problems } = await importOf("", { dryRun: true });
    const found = (path: string) =>
      problems.filter((problem) => problem.path.endsWith(path)).map(({ line, field }) => [line, field]);
    expect(found("broken.jsonl")).toEqual([
      [2, null],
      [3, "type"],
      [4, "content.steps"],
      [5, "mood"],
      [6, null],
    ]);
    expect(found("insight_memory.json")).toEqual([[null, "[2].insight.title"]]);
    expect(found("broken.trajectory.json").map(([, field]) => field)).toEqual([
      "steps[0].reasoning_content",
      "steps[1].colour",
      "steps[1].step_id",
      "steps[1].observation.results[0].source_call_id",
    ]);
    expect(found("testbed/report.json")).toEqual([[null, "resolved"]]);
  });
});

describe("runs", () => {
  it("keeps the four outcomes apart: no reward is never 0", async () => {
    const run = await database.db.run.findFirstOrThrow({ where: { name: "I" }, include: { trials: true } });
    const missing = run.trials.filter((trial) => trial.outcome === "missing");
    expect(missing.map((trial) => trial.reward)).toEqual([null, null]);
    const zeroShot = await database.db.trial.findMany({
      where: { run: { name: "Z" } },
      orderBy: { task: { name: "asc" } },
    });
    expect(zeroShot.map(({ outcome, reward, judgement }) => [outcome, reward, judgement])).toEqual([
      ["passed", 1, true],
      ["failed", 0, false],
      ["errored", null, null],
    ]);
  });

  it("takes a run with retrievals for an arm with memory, and links what the pool holds", async () => {
    const run = await database.db.run.findFirstOrThrow({
      where: { name: "I" },
      include: { trials: { include: { retrievals: { orderBy: { rank: "asc" } }, task: true } } },
    });
    expect(run).toMatchObject({
      arm: "memory",
      memoryType: "insight",
      scope: "cross_domain",
      model: "toy/model-1",
    });
    const trial = run.trials.find(({ task, attempt }) => task.name === "csv-merge" && attempt === 1);
    expect(trial?.judgement).toBe(true);
    expect(
      trial?.retrievals.map(({ rank, similarity, memoryId, memoryVersion, query }) => [
        rank,
        similarity,
        memoryId !== null,
        memoryVersion,
        query,
      ]),
    ).toEqual([
      [1, 0.71, true, 1, "I would merge the tables by key."],
      [2, 0.42, false, null, "I would merge the tables by key."],
    ]);
  });

  it("numbers repeats of one set-up as attempts, in the order of their folders", async () => {
    const trials = await database.db.trial.findMany({
      where: { run: { name: "toy-agent" } },
      orderBy: [{ task: { name: "asc" } }, { attempt: "asc" }],
      include: { task: true },
    });
    expect(trials.map(({ task, attempt, outcome, error }) => [task.name, attempt, outcome, error])).toEqual([
      ["a", 1, "passed", null],
      ["a", 2, "failed", null],
      ["b", 1, "errored", "test_timeout"],
      ["b", 2, "missing", "The results file gives no verdict."],
      ["c", 1, "failed", "agent_timeout"],
      ["c", 2, "passed", "agent_timeout"],
    ]);
  });

  it("knows a part of a folder again, and gives a new repeat the next attempt", async () => {
    const again = await importOf("runs/tb-submission/toy-agent2");
    expect(again.trials).toMatchObject({ created: 0, unchanged: 3 });
    const from = join(copy, "synthetic/runs/tb-submission");
    await cp(join(from, "toy-agent2"), join(from, "toy-agent3"), { recursive: true });
    const path = join(from, "toy-agent3/results.json");
    await writeFile(
      path,
      (await readFile(path, "utf8")).replaceAll("toy-agent2", "toy-agent3").replaceAll("T00:0", "T07:0"),
    );
    const more = await importOf("runs/tb-submission/toy-agent3");
    expect(more.trials).toMatchObject({ created: 3, updated: 0 });
    const attempts = await database.db.trial.groupBy({
      by: ["attempt"],
      where: { run: { name: "toy-agent" } },
      _count: true,
    });
    expect(attempts.map((row) => row.attempt).sort()).toEqual([1, 2, 3]);
  });

  it("updates a trial whose verdict came later", async () => {
    const path = join(copy, "synthetic/runs/outputs/I/alpha-bench/3/slow-task__ff66/verifier/reward.txt");
    await writeFile(path, "1\n");
    const result = await importOf("runs/outputs");
    expect(result.trials).toMatchObject({ created: 0, updated: 1, unchanged: 8 });
    const trial = await database.db.trial.findFirstOrThrow({
      where: { run: { name: "I" }, task: { name: "slow-task" }, attempt: 1 },
    });
    expect(trial).toMatchObject({ outcome: "passed", reward: 1 });
  });

  it("groups by name and sets the arm where asked", async () => {
    const result = await importOf("runs/mini", { run: "one name", arm: "memory", benchmark: "toy" });
    expect(result.runs).toMatchObject([
      { name: "one name", arm: "memory", trials: 3, passed: 1, failed: 1, missing: 1 },
    ]);
  });
});

describe("memories", () => {
  it("puts the vectors of a pool into a space of their own", async () => {
    const spaces = await database.db.embeddingSpace.findMany({
      include: { _count: { select: { embeddings: true } } },
    });
    expect(
      spaces
        .map(({ provider, model, dimensions, active, _count }) => [
          provider,
          model,
          dimensions,
          active,
          _count.embeddings,
        ])
        .sort(),
    ).toEqual([
      ["imported", "text-embedding-3-small", 4, false, 8],
      ["imported", "toy-space", 3, false, 1],
    ]);
  });

  it("leaves edits made here alone while the source stays as it was", async () => {
    const memory = await database.db.memory.findFirstOrThrow({
      where: { title: "Try the rarest format first" },
    });
    await database.db.memory.update({
      where: { id: memory.id },
      data: { lifecycle: "deprecated", version: 2 },
    });
    expect((await importOf("pools/carryover.jsonl")).memories).toMatchObject({ updated: 0, unchanged: 4 });
  });

  it("writes a revision when the source changed", async () => {
    const path = join(copy, "synthetic/pools/reme.jsonl");
    await writeFile(path, (await readFile(path, "utf8")).replace("and keep it", "and renew it"));
    expect((await importOf("pools/reme.jsonl")).memories).toEqual({
      created: 0,
      updated: 1,
      unchanged: 1,
      rejected: 1,
    });
    const memory = await database.db.memory.findFirstOrThrow({
      where: { title: "When an API wants a token" },
      include: { revisions: { orderBy: { version: "asc" } } },
    });
    expect(memory.version).toBe(2);
    expect(
      memory.revisions.map(({ kind, changedFields }) => [kind, changedFields.includes("content")]),
    ).toEqual([
      ["import", true],
      ["import", true],
    ]);
  });

  it("tells of a local edit before it writes over it", async () => {
    const memory = await database.db.memory.findFirstOrThrow({ where: { title: "When a list has pages" } });
    const content = { ...(memory.content as object), content: "Edited here." };
    await database.db.$transaction((tx) =>
      reviseMemory(tx, memory, { content } as MemoryChange, { kind: "edit", actor: "bea" }),
    );
    const path = join(copy, "synthetic/pools/reme.jsonl");
    expect((await importOf("pools/reme.jsonl")).memories).toMatchObject({ updated: 0 });
    await writeFile(path, (await readFile(path, "utf8")).replace("comes back empty", "repeats"));
    const result = await importOf("pools/reme.jsonl");
    expect(result.memories).toMatchObject({ updated: 1 });
    expect(result.problems[0]).toMatchObject({
      line: 2,
      reason: expect.stringContaining("bea edited this memory here (revision 2)"),
    });
  });

  it("asks for the embedding of what is new", async () => {
    expect(await database.db.job.count({ where: { kind: "embed" } })).toBeGreaterThan(0);
  });
});

describe("refusals", () => {
  it("says which path holds nothing", async () => {
    const result = await importPaths(database.db, [join(copy, "nowhere")], {}, { actor: editor });
    expect(result).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("lets a reader plan, not write", async () => {
    const reader = { name: "bob", role: "reader" } as const;
    const path = [join(copy, "synthetic/pools/playbook.txt")];
    expect(await importPaths(database.db, path, {}, { actor: reader })).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await importPaths(database.db, path, { dryRun: true }, { actor: reader })).toMatchObject({
      ok: true,
    });
  });

  it("stops when it is canceled", async () => {
    const cancel = new AbortController();
    cancel.abort(new Error("canceled"));
    const work = importPaths(database.db, [copy], {}, { actor: editor, signal: cancel.signal });
    await expect(work).rejects.toThrow("canceled");
  });
});
