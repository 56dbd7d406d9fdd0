import { beforeAll, describe, expect, it } from "vitest";
import { getRetrievedMemory, listMemoryAttribution } from "#lib/attribution/attribution-queries.ts";
import { testDatabase } from "#lib/db/testing.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { listEffortDifferences } from "./effort-queries.ts";
import { getPairedTask } from "./paired-task-queries.ts";
import type { PairedTaskFilter } from "./paired-tasks.ts";
import { getComparison, latestComparison, listComparableRuns, listPairedTasks } from "./queries.ts";

const test = testDatabase();
const unknownId = "00000000-0000-7000-8000-000000000000";
let base: Awaited<ReturnType<typeof createTestRun>>;
let candidate: Awaited<ReturnType<typeof createTestRun>>;
let harmful: string;

beforeAll(async () => {
  await createTestRun(test.db, {
    name: "other model",
    model: "other",
    createdAt: new Date("2026-01-03"),
    tasks: { swe: { t1: "f" } },
  });
  base = await createTestRun(test.db, {
    name: "base",
    model: "same",
    createdAt: new Date("2026-01-01"),
    tasks: { swe: { t1: "ppp", t2: "fff", t3: "ppf", only: "p" }, gym: { t1: "fff" } },
  });
  candidate = await createTestRun(test.db, {
    name: "candidate",
    arm: "memory",
    model: "same",
    createdAt: new Date("2026-01-02"),
    tasks: { swe: { t1: "fff", t2: "pff", t3: "ppp" }, gym: { t1: "fff" } },
  });
  await createTestRun(test.db, {
    name: "newest memory run, nothing in common",
    arm: "memory",
    createdAt: new Date("2026-01-04"),
    tasks: { elsewhere: { t: "p" } },
  });
  harmful = await createTestMemory(test.db, { title: "Skip the tests", benchmarkName: "gym" });
  const helpful = await createTestMemory(test.db, { title: "Read the error", benchmarkName: "gym" });
  for (const [key, memoryId] of [
    ["swe/t1/1", harmful],
    ["swe/t1/2", harmful],
    ["swe/t2/1", helpful],
    ["swe/t3/1", null],
  ] as const) {
    await test.db.retrieval.create({
      data: { trialId: candidate.trialId(key), memoryId, rank: 1, similarity: 0.7, query: "q", shown: {} },
    });
  }
});

describe("getComparison", () => {
  it("compares what is stored", async () => {
    const compared = await getComparison(test.db, { base: base.id, candidate: candidate.id });
    expect(compared?.base.name).toBe("base");
    expect(compared?.comparison).toMatchObject({ pairs: 4, gained: 1, lost: 1, kept: 1, never: 1 });
    expect(compared?.comparison.unmatched.base).toMatchObject([{ taskName: "only", reason: "absent" }]);
  });

  it("reads the other way round when the sides are swapped", async () => {
    const compared = await getComparison(test.db, { base: candidate.id, candidate: base.id });
    expect(compared?.comparison.unmatched.candidate).toMatchObject([{ taskName: "only" }]);
    expect(compared?.comparison.tasks.find((task) => task.outcome === "lost")?.taskName).toBe("t2");
  });

  it("is null for a run that does not exist", async () => {
    expect(await getComparison(test.db, { base: base.id, candidate: unknownId })).toBeNull();
    expect(await getComparison(test.db, { base: "x", candidate: candidate.id })).toBeNull();
  });

  it("lists paired tasks by filter", async () => {
    const params = { base: base.id, candidate: candidate.id, filter: { outcome: "lost" as const } };
    expect(await listPairedTasks(test.db, params)).toMatchObject({ total: 1, rows: [{ taskName: "t1" }] });
  });
});

describe("listComparableRuns", () => {
  it("says how many attempts each run made at most", async () => {
    const runs = await listComparableRuns(test.db);
    expect(runs.find((run) => run.id === base.id)).toMatchObject({ name: "base", attempts: 3 });
    expect(runs.find((run) => run.name === "other model")?.attempts).toBe(1);
  });
});

describe("latestComparison", () => {
  it("takes the newest memory run that shares tasks, against zero-shot of the same model", async () => {
    const compared = await latestComparison(test.db);
    expect([compared?.base.name, compared?.candidate.name]).toEqual(["base", "candidate"]);
  });
});

describe("listEffortDifferences", () => {
  it("pairs what was recorded, and leaves out what was not", async () => {
    await test.db.trial.updateMany({
      where: { id: { in: [base.trialId("swe/t1/1"), base.trialId("gym/t1/1")] } },
      data: { costUsd: 1 },
    });
    await test.db.trial.updateMany({ where: { id: candidate.trialId("swe/t1/2") }, data: { costUsd: 4 } });
    const compared = await getComparison(test.db, { base: base.id, candidate: candidate.id });
    if (!compared) throw new Error("no comparison");
    expect(await listEffortDifferences(test.db, compared)).toEqual([
      { name: "costUsd", base: 1, candidate: 4, delta: 3, tasks: 1 },
    ]);
  });
});

describe("listMemoryAttribution", () => {
  it("puts the memory of the lost task first, and counts what is linked to none", async () => {
    const compared = await getComparison(test.db, { base: base.id, candidate: candidate.id });
    if (!compared) throw new Error("no comparison");
    const attribution = await listMemoryAttribution(test.db, candidate.id, compared.comparison);
    expect(attribution).toMatchObject({ total: 2, unlinked: 1 });
    expect(attribution.rows[0]).toMatchObject({
      memoryId: harmful,
      title: "Skip the tests",
      lost: 1,
      retrievals: 2,
      tasks: 1,
    });
  });
});

describe("getRetrievedMemory", () => {
  it("has the tasks at which the run was shown it, each once", async () => {
    const found = await getRetrievedMemory(test.db, candidate.id, harmful);
    expect(found).toEqual({
      id: harmful,
      title: "Skip the tests",
      taskIds: new Set([candidate.taskId("swe/t1")]),
    });
    expect((await getRetrievedMemory(test.db, base.id, harmful))?.taskIds.size).toBe(0);
    expect(await getRetrievedMemory(test.db, candidate.id, unknownId)).toBeNull();
  });
});

describe("getPairedTask", () => {
  const params = () => ({ base: base.id, candidate: candidate.id, taskId: base.taskId("swe/t1") });

  it("opens an attempt that passed beside one that did not", async () => {
    const task = await getPairedTask(test.db, { ...params(), taskId: base.taskId("swe/t3") });
    expect(task?.open.base.outcome).toBe("passed");
    const lost = await getPairedTask(test.db, params());
    expect([lost?.open.base.outcome, lost?.open.candidate.outcome]).toEqual(["passed", "failed"]);
    expect(lost?.open.candidate.retrieved.map((row) => row.memoryId)).toEqual([harmful]);
  });

  it("goes on through the list that was asked for, its filter and its order", async () => {
    const place = async (key: string, list?: PairedTaskFilter) => {
      const found = await getPairedTask(test.db, {
        ...params(),
        taskId: base.taskId(key),
        ...(list ? { list } : {}),
      });
      return [found?.previousTaskId, found?.nextTaskId, found?.position];
    };
    // All four, lost first: swe/t1, then gained t2, kept t3, never gym/t1.
    expect(await place("swe/t1")).toEqual([null, base.taskId("swe/t2"), { index: 0, of: 4 }]);
    expect(await place("swe/t1", { outcome: "lost" })).toEqual([null, null, { index: 0, of: 1 }]);
    const byName = { benchmark: "swe", sort: "task", dir: "desc" } as const;
    expect(await place("swe/t2", byName)).toEqual([
      base.taskId("swe/t3"),
      base.taskId("swe/t1"),
      { index: 1, of: 3 },
    ]);
    const shown = (await getRetrievedMemory(test.db, candidate.id, harmful))?.taskIds ?? null;
    expect(await place("swe/t1", { candidateTaskIds: shown })).toEqual([null, null, { index: 0, of: 1 }]);
    expect(await place("swe/t2", { candidateTaskIds: shown })).toEqual([null, null, null]);
  });

  it("opens the attempts asked for", async () => {
    const task = await getPairedTask(test.db, { ...params(), baseAttempt: 2, candidateAttempt: 3 });
    expect([task?.open.base.attempt, task?.open.candidate.attempt]).toEqual([2, 3]);
  });

  it("aligns the trajectories once both are there", async () => {
    expect((await getPairedTask(test.db, params()))?.alignment).toBeNull();
    for (const [trialId, action] of [
      [base.trialId("swe/t1/1"), "pytest"],
      [candidate.trialId("swe/t1/1"), "true"],
    ] as const) {
      const steps = [
        { source: "agent", action: "ls" },
        { source: "agent", action },
      ];
      await test.db.trajectory.create({
        data: { trialId, format: "t", steps, stepCount: 2, contentHash: trialId },
      });
    }
    expect((await getPairedTask(test.db, params()))?.alignment?.firstDivergence).toBe(1);
  });

  it("is null for a task that is no pair", async () => {
    expect(await getPairedTask(test.db, { ...params(), taskId: base.taskId("swe/only") })).toBeNull();
    expect(await getPairedTask(test.db, { ...params(), taskId: "x" })).toBeNull();
  });
});
