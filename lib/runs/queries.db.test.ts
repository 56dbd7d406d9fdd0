import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { mlgymRuleKey, mlgymRuleText } from "./mlgym-rule.ts";
import { findRunId, getRun, listRunNames, listRuns, listRunTasks } from "./queries.ts";
import { getMlgymRule, setMlgymRule } from "./stored-mlgym-rule.ts";
import { createTestMemory, createTestRun } from "./testing.ts";
import { getTrial, listTrialBenchmarks, listTrials } from "./trial-queries.ts";

const test = testDatabase();
const unknownId = "00000000-0000-7000-8000-000000000000";
let plain: Awaited<ReturnType<typeof createTestRun>>;
let withMemory: Awaited<ReturnType<typeof createTestRun>>;
let memoryId: string;

beforeAll(async () => {
  plain = await createTestRun(test.db, {
    name: "plain",
    model: "gpt-test",
    createdAt: new Date("2026-01-01"),
    tasks: { swe: { t1: "ppp", t2: "pff", t3: "eem" }, gym: { t1: "f" } },
  });
  withMemory = await createTestRun(test.db, {
    name: "memory",
    arm: "memory",
    memoryType: "insight",
    createdAt: new Date("2026-01-02"),
    tasks: { swe: { t1: "fff" } },
  });
  memoryId = await createTestMemory(test.db, {
    title: "Check first",
    benchmarkName: "gym",
    lifecycle: "deprecated",
  });
  const trialId = withMemory.trialId("swe/t1/1");
  await test.db.trajectory.create({
    data: {
      trialId,
      format: "test",
      stepCount: 2,
      contentHash: "x",
      steps: [
        { source: "user", message: "Fix it" },
        { source: "agent", action: "ls", observation: "<img onerror>" },
      ],
    },
  });
  await test.db.retrieval.createMany({
    data: [
      { trialId, memoryId, memoryVersion: 1, rank: 1, similarity: 0.8, query: "q", shown: {} },
      { trialId, rank: 2, similarity: 0.5, query: "q", shown: { title: "Gone", content: "text" } },
    ],
  });
});

describe("listRuns", () => {
  it("counts every outcome apart, and gives pass@1 and pass@3 with their n", async () => {
    const { rows, total } = await listRuns(test.db);
    expect(total).toBe(2);
    const row = rows.find((each) => each.name === "plain");
    expect(row).toMatchObject({
      benchmarks: ["gym", "swe"],
      tasks: 4,
      trials: 10,
      outcomes: { passed: 4, failed: 3, errored: 2, missing: 1 },
      // Tasks with three counted attempts: t1 and t2.
      passAt3: 1,
      passAt: [
        { k: 1, tasks: 4 },
        { k: 3, tasks: 2, solved: 2 },
      ],
    });
    // (1 + 1/3 + 0 + 0) / 4
    expect(row?.passAt1).toBeCloseTo(1 / 3, 12);
  });

  it("is newest first, sorts by any column, and searches names and models", async () => {
    const names = async (params: Parameters<typeof listRuns>[1]) =>
      (await listRuns(test.db, params)).rows.map((row) => row.name);
    expect(await names({})).toEqual(["memory", "plain"]);
    expect(await names({ sort: "pass1", dir: "desc" })).toEqual(["plain", "memory"]);
    expect(await names({ sort: "name", dir: "asc" })).toEqual(["memory", "plain"]);
    expect(await names({ q: "GPT-TEST" })).toEqual(["plain"]);
    expect(await names({ arm: "memory" })).toEqual(["memory"]);
    expect(await names({ page: 2, pageSize: 1 })).toEqual(["plain"]);
  });

  it("offers all runs to pickers", async () => {
    expect((await listRunNames(test.db)).map((run) => run.name)).toEqual(["memory", "plain"]);
  });
});

describe("getRun and findRunId", () => {
  it("has a row per benchmark", async () => {
    const run = await getRun(test.db, plain.id);
    expect(run?.maxAttempt).toBe(3);
    expect(run?.byBenchmark.map((row) => [row.benchmark, row.tasks, row.trials])).toEqual([
      ["gym", 1, 1],
      ["swe", 3, 9],
    ]);
    expect(run?.byBenchmark[0]?.passAt[1]).toEqual({ k: 3, value: null, solved: 0, tasks: 0 });
  });

  it.each([unknownId, "no id at all", "'; DROP TABLE"])("finds nothing under %s", async (id) => {
    expect(await getRun(test.db, id)).toBeNull();
    expect(await getTrial(test.db, id)).toBeNull();
  });

  it("takes an id or a name", async () => {
    expect(await findRunId(test.db, "plain")).toBe(plain.id);
    expect(await findRunId(test.db, plain.id)).toBe(plain.id);
    expect(await findRunId(test.db, "nobody")).toBeNull();
  });
});

describe("listRunTasks and listTrials", () => {
  it("lists tasks with the outcome of each attempt", async () => {
    const { rows, total } = await listRunTasks(test.db, plain.id, { benchmark: "swe" });
    expect(total).toBe(3);
    expect(rows.map((row) => row.attempts.map((each) => each.outcome).join())).toEqual([
      "passed,passed,passed",
      "passed,failed,failed",
      "errored,errored,missing",
    ]);
  });

  it("filters tasks by an outcome they had, and by name", async () => {
    expect((await listRunTasks(test.db, plain.id, { outcome: "errored" })).total).toBe(1);
    expect((await listRunTasks(test.db, plain.id, { q: "T2" })).rows[0]?.taskName).toBe("t2");
  });

  it("filters and pages trials", async () => {
    expect((await listTrials(test.db, { runId: plain.id, outcome: "errored" })).total).toBe(2);
    const page = await listTrials(test.db, { runId: plain.id, page: 2, pageSize: 4 });
    expect(page.total).toBe(10);
    expect(page.rows.map((row) => `${row.taskName}/${row.attempt}`)).toEqual([
      "t2/1",
      "t2/2",
      "t2/3",
      "t3/1",
    ]);
    expect(await listTrials(test.db, { runId: "no id" })).toEqual({ rows: [], total: 0 });
    expect(await listTrialBenchmarks(test.db)).toEqual(["gym", "swe"]);
  });
});

describe("getTrial", () => {
  it("has the steps as text and what was shown, with what became of it", async () => {
    const trial = await getTrial(test.db, withMemory.trialId("swe/t1/1"));
    expect(trial?.trajectory?.steps.map((step) => step.observation)).toEqual([null, "<img onerror>"]);
    expect(trial?.retrieved).toMatchObject([
      { rank: 1, similarity: 0.8, memoryId, title: "Check first", lifecycle: "deprecated", memoryVersion: 1 },
      { rank: 2, memoryId: null, title: "Gone", shown: "text", lifecycle: null },
    ]);
  });

  it("says that there is no trajectory, instead of an empty one", async () => {
    expect((await getTrial(test.db, plain.trialId("swe/t1/1")))?.trajectory).toBeNull();
  });
});

describe("what is typed into a search", () => {
  it.each([
    ["plain", ["plain"]],
    ["PLAIN ", ["plain"]],
    ["gpt-test", ["plain"]],
    ["%", []],
    ["_", []],
    ["pl_in", []],
    ["\\", []],
    ['\'; DROP TABLE "Run"; --', []],
  ])("is meant letter by letter among runs: %j finds %j", async (q, found) => {
    expect((await listRuns(test.db, { q })).rows.map(({ name }) => name)).toEqual(found);
  });

  it.each(["%", "_", "t_", "\\"])("is meant letter by letter among tasks and trials: %j", async (q) => {
    expect((await listTrials(test.db, { q })).total).toBe(0);
    expect((await listRunTasks(test.db, plain.id, { q })).total).toBe(0);
  });
});

describe("pages of runs, tasks and trials", () => {
  it("add up to the whole without a gap or a repeat", async () => {
    const whole = await listTrials(test.db, { pageSize: 100 });
    const pages: string[] = [];
    for (let page = 1; page <= whole.total; page++)
      pages.push(...(await listTrials(test.db, { page, pageSize: 1 })).rows.map(({ id }) => id));
    expect(pages).toEqual(whole.rows.map(({ id }) => id));
    expect(new Set(pages).size).toBe(whole.total);
  });

  it.each([0, -3])("begin at the first for page %i, and are empty behind the last", async (page) => {
    expect((await listRuns(test.db, { page, pageSize: 1 })).rows).toHaveLength(1);
    expect((await listRunTasks(test.db, plain.id, { page, pageSize: 1 })).rows).toHaveLength(1);
    expect((await listTrials(test.db, { page, pageSize: 1 })).rows).toHaveLength(1);
    expect((await listRuns(test.db, { page: 99, pageSize: 1 })).rows).toEqual([]);
    expect((await listTrials(test.db, { page: 99 })).rows).toEqual([]);
  });

  it.each(["asc", "desc"] as const)("put a run without a known pass@3 last, %s", async (dir) => {
    const few = await createTestRun(test.db, { name: "few", tasks: { swe: { t9: "p" } } });
    const { rows } = await listRuns(test.db, { sort: "pass3", dir });
    expect(rows.at(-1)).toMatchObject({ name: "few", passAt3: null });
    await test.db.run.delete({ where: { id: few.id } });
  });
});

it.each(["", "1", "plain", "0199c1a1-0000-7000-8000-00000000000", `${unknownId} `])(
  "nothing is found, and nothing thrown, for an id that is none: %j",
  async (id) => {
    expect(await getRun(test.db, id)).toBeNull();
    expect(await getTrial(test.db, id)).toBeNull();
    expect(await listRunTasks(test.db, id)).toEqual({ rows: [], total: 0 });
    if (id) expect(await listTrials(test.db, { runId: id })).toEqual({ rows: [], total: 0 });
  },
);

describe("the rule for MLGym's scores", () => {
  const editor = { name: "ada", role: "editor" } as const;

  it("is the default until one is set, and then what was typed, in its one spelling", async () => {
    expect(mlgymRuleText(await getMlgymRule(test.db))).toBe("margin: 0");
    expect(await setMlgymRule(test.db, "Loss = Lower;margin=5%", editor)).toEqual({
      ok: true,
      value: "margin: 5%; Loss: lower",
    });
    expect(mlgymRuleText(await getMlgymRule(test.db))).toBe("margin: 5%; Loss: lower");
    expect(await setMlgymRule(test.db, " ", editor)).toMatchObject({ value: "margin: 0" });
    expect(await test.db.auditEvent.count({ where: { action: "setting.update" } })).toBe(2);
  });

  it.each<[string, unknown, "editor" | "reader", string]>([
    ["a part that can't be read", "accuracy", "editor", "invalid"],
    ["something that is no text", { margin: 1 }, "editor", "invalid"],
    ["nothing at all", undefined, "editor", "invalid"],
    ["a reader", "margin: 1", "reader", "forbidden"],
  ])("stays as it is for %s, and leaves no audit row", async (_what, text, role, code) => {
    const before = await test.db.auditEvent.count();
    expect(await setMlgymRule(test.db, text, { name: "rae", role })).toMatchObject({
      ok: false,
      error: { code },
    });
    expect(mlgymRuleText(await getMlgymRule(test.db))).toBe("margin: 0");
    expect(await test.db.auditEvent.count()).toBe(before);
  });

  it("that somebody wrote into the database by hand and can't be read is a bug with a sentence, never another rule", async () => {
    await test.db.setting.update({ where: { key: mlgymRuleKey }, data: { value: "accuracy" } });
    await expect(getMlgymRule(test.db)).rejects.toThrow(
      /setting mlgym\.rule can't be read: "accuracy" is no/,
    );
    await test.db.setting.delete({ where: { key: mlgymRuleKey } });
  });
});
