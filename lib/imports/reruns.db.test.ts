import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attributeRun } from "#lib/attribution/attribute-run.ts";
import { testDatabase } from "#lib/db/testing.ts";
import { createPlan } from "#lib/reruns/create-plan.ts";
import { planDocument, planFiles } from "#lib/reruns/plan-files.ts";
import type { ProposedPlan } from "#lib/reruns/propose-plan.ts";
import { getPlan, listConfirmed, listPlans } from "#lib/reruns/queries.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { importPaths } from "./import-paths.ts";

const database = testDatabase();
const actor = { name: "tester", role: "editor" as const };
let folder = "";
let plan: ProposedPlan;
let culprit = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carryover-reruns-"));
  const { db } = database;
  const tasks = { swe: { lost: "ppp", kept: "ppp" } };
  const base = await createTestRun(db, { name: "base", tasks });
  const candidate = await createTestRun(db, {
    name: "candidate",
    arm: "memory",
    tasks: { swe: { lost: "fff", kept: "ppp" } },
    agent: "toy",
    model: "toy/1",
  });
  const ids = [];
  for (const title of ["Good advice", "Bad advice", "Other advice"])
    ids.push(await createTestMemory(db, { title, benchmarkName: "other" }));
  culprit = ids[1] ?? "";
  for (const attempt of [1, 2, 3]) {
    const trialId = candidate.trialId(`swe/lost/${attempt}`);
    await db.trial.update({
      where: { id: trialId },
      data: { costUsd: 0.1 * attempt, inputTokens: 1000, outputTokens: 50 },
    });
    await db.retrieval.createMany({
      data: ids.map((memoryId, i) => ({ trialId, memoryId, rank: i + 1, query: "q", shown: {} })),
    });
  }
  const made = await createPlan(
    db,
    { base: base.id, candidate: candidate.id, taskId: base.taskId("swe/lost") },
    actor,
  );
  if (!made.ok) throw new Error(made.error.message);
  plan = made.value;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const reruns = () => planDocument(plan, { round: 1 }).reruns;
const loses = (subset: number) => (subset & 2) > 0;

async function importFiles(name: string, files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, name, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const imported = await importPaths(database.db, [join(folder, name)], {}, { actor });
  if (!imported.ok) throw new Error(imported.error.message);
  return imported.value;
}

const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

describe("a plan of reruns", () => {
  it("names the memories in the order shown, with their prompt, price and the logged attempts", () => {
    expect(plan.memories.map(({ title }) => title)).toEqual(["Good advice", "Bad advice", "Other advice"]);
    expect(plan.design).toMatchObject({ total: 11, repeats: [1, 1, 1, 2, 1, 2, 2, 1] });
    expect(plan.price.with).toMatchObject({
      costUsd: expect.closeTo(0.2, 10),
      inputTokens: 1000,
      durationMs: null,
    });
    expect(plan.price.without).toMatchObject({ costUsd: null, attempts: 0 });
    expect(plan.logged).toEqual([
      { subset: 0, passed: 3, scored: 3 },
      { subset: 7, passed: 0, scored: 3 },
    ]);
    expect(plan.subsets[5]?.prompt).toContain("Title: Good advice");
    expect(plan.subsets[5]?.prompt).not.toContain("Bad advice");
    expect(plan.subsets[0]?.prompt).toBe("");
  });

  it("is the same row when it is asked for again, and exports a Harbor job a rerun", async () => {
    const { base, candidate, taskId } = plan;
    const again = await createPlan(database.db, { base: base.id, candidate: candidate.id, taskId }, actor);
    expect(again.ok && again.value.id).toBe(plan.id);
    expect(await listPlans(database.db)).toHaveLength(1);
    const files = new Map(
      planFiles(plan, { tasks: "../tasks", round: 1 }).map(({ path, text }) => [path, text]),
    );
    const [, second] = reruns();
    expect(JSON.parse(files.get(`harbor/${second?.rerunId}.json`) ?? "")).toEqual({
      job_name: `carryover-${plan.id}-s1-r1`,
      jobs_dir: "jobs",
      n_attempts: 1,
      agents: [{ name: "toy", model_name: "toy/1" }],
      tasks: [{ path: "../tasks/lost", source: "swe" }],
      extra_instruction_paths: ["prompts/s1.md"],
    });
    expect(files.get("prompts/s1.md")).toContain("Good advice");
    expect(files.size).toBe(11 + 7 + 2);
  });

  it("is refused for a task that was not lost", async () => {
    const kept = await database.db.task.findFirstOrThrow({ where: { name: "kept" } });
    const request = { base: plan.base.id, candidate: plan.candidate.id, taskId: kept.id };
    expect(await createPlan(database.db, request, actor)).toMatchObject({
      ok: false,
      error: { code: "invalid" },
    });
  });
});

describe("results that come back", () => {
  it("are known by the plan's id in any file, belong to no run, and are imported once", async () => {
    const runs = await database.db.trial.count();
    const rows = reruns()
      .slice(0, 3)
      .map(({ rerunId, subset }) => ({
        rerunId,
        outcome: loses(subset) ? "failed" : "passed",
      }));
    const first = await importFiles("rows", { "results.jsonl": lines(rows) });
    expect(first.trials).toMatchObject({ created: 3, rejected: 0 });
    expect(first.runs).toEqual([]);
    expect((await importFiles("rows", {})).trials).toMatchObject({ created: 0, unchanged: 3 });
    expect(await database.db.trial.count()).toBe(runs);
    expect((await getPlan(database.db, plan.id))?.decisions.map(({ state }) => state)).toEqual([
      "open",
      "open",
      "open",
    ]);
  });

  it("are rejected with a reason where plan, subset, memory or outcome is none, or another outcome is there", async () => {
    const other = "11111111-2222-8333-8444-555555555555";
    const { trials, problems } = await importFiles("bad", {
      "bad.jsonl": lines([
        { planId: other, subset: 0, outcome: "passed" },
        { planId: plan.id, subset: 9, outcome: "passed" },
        { planId: plan.id, subset: [other], outcome: "passed" },
        { planId: plan.id, subset: 0, outcome: "won" },
        { planId: plan.id, subset: 0, repeat: 1, outcome: "failed" },
      ]),
    });
    expect(trials).toMatchObject({ created: 0, rejected: 5 });
    expect(problems.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      expect.stringContaining("1: There is no plan"),
      expect.stringContaining("2: The plan has 3 memories"),
      expect.stringContaining("3: The subset names a memory"),
      expect.stringContaining("4: Expected passed, failed"),
      expect.stringContaining("5: Repeat 1 of subset 0 is here already, as passed"),
    ]);
  });

  it("come from Harbor's trials by the name of their job; one that was shown no memory is refused", async () => {
    const rest = reruns().slice(3);
    const files = rest.map(({ rerunId, subset }, i) => [
      `${rerunId}/lost__x${i}/result.json`,
      JSON.stringify(harborResult(rerunId, loses(subset) ? 0 : 1, subset > 0, i)),
    ]);
    const { trials, runs } = await importFiles("jobs", Object.fromEntries(files));
    expect(trials).toMatchObject({ created: rest.length, rejected: 0 });
    expect(runs).toEqual([]);
    const blind = {
      "x/lost__y/result.json": JSON.stringify(harborResult(rest[0]?.rerunId ?? "", 1, false, 99)),
    };
    const refused = await importFiles("blind", blind);
    expect(refused.trials).toMatchObject({ created: 0, rejected: 1 });
    expect(refused.problems[0]?.reason).toContain("was not shown the memories");
  });

  it("confirm the memory that loses the task, and give it the whole Shapley value", async () => {
    const view = await getPlan(database.db, plan.id);
    expect(view?.decisions.map(({ state }) => state)).toEqual([
      "not-confirmed",
      "confirmed",
      "not-confirmed",
    ]);
    expect(view?.estimates?.values.map(({ value }) => value)).toEqual([
      expect.closeTo(0, 10),
      expect.closeTo(-1, 10),
      expect.closeTo(0, 10),
    ]);
    expect(await listConfirmed(database.db)).toEqual([
      expect.objectContaining({ memoryId: culprit, planId: plan.id, taskId: plan.taskId }),
    ]);
    expect(await listPlans(database.db, { memoryId: culprit })).toHaveLength(1);
    const runs = { base: plan.base.id, candidate: plan.candidate.id };
    const cases = await attributeRun(database.db, runs);
    expect(cases?.find(({ memoryIds }) => memoryIds.includes(culprit))?.state).toBe("confirmed");
  });
});

function harborResult(rerunId: string, reward: number, isShown: boolean, i: number) {
  return {
    id: `00000000-0000-7000-8000-${String(i).padStart(12, "0")}`,
    task_name: "lost",
    trial_name: `lost__x${i}`,
    task_checksum: "sum",
    config: {
      trials_dir: `jobs/${rerunId}`,
      agent: { name: "toy", model_name: "toy/1" },
      extra_instruction_paths: isShown ? ["prompts/s.md"] : [],
    },
    agent_info: { name: "toy", version: "1", model_info: null },
    agent_result: { n_input_tokens: 10, n_output_tokens: 2, cost_usd: 0.1 },
    verifier_result: { rewards: { reward } },
    exception_info: null,
    started_at: `2026-01-01T00:00:${String(i % 60).padStart(2, "0")}Z`,
    finished_at: "2026-01-01T00:02:00Z",
  };
}
