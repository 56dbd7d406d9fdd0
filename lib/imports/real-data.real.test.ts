import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { readEnv } from "#lib/env.ts";
import { anyOfFirstK } from "#lib/metrics/any-of-first-k.ts";
import type { Measured } from "#lib/metrics/measured.ts";
import { passAtK } from "#lib/metrics/pass-at-k.ts";
import { listJudgeAudits } from "#lib/runs/judge-audits.ts";
import { getRun } from "#lib/runs/queries.ts";
import { getTrial, listTrials } from "#lib/runs/trial-queries.ts";
import { importPaths } from "./import-paths.ts";
import type { ImportResult } from "./schema.ts";

const database = testDatabase();
const folder = readEnv().realData ?? "";
const actor = { name: "test", role: "editor" } as const;

async function importFolder(...names: string[]): Promise<ImportResult> {
  const paths = names.map((name) => join(folder, name));
  const result = await importPaths(database.db, paths, {}, { actor });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe("memory pools", () => {
  let result: ImportResult;
  beforeAll(async () => {
    result = await importFolder("reme-memory-library", "ace-playbooks", "kayba-ace-skillbook");
  });

  it.each([
    ["appworld.jsonl", 193],
    ["bfcl_v3.jsonl", 474],
    ["appworld_qwen3_8b.jsonl", 207],
    ["task_memory.jsonl", 3],
    ["personal_memory.jsonl", 6],
    ["appworld_initial_playbook.txt", 8],
    ["appworld_offline_trained_no_gt_playbook.txt", 318],
    ["skillbook_20260318_150822.json", 6],
  ])("%s gives %i memories", (name, count) => {
    const report = result.plan.find((file) => file.path.endsWith(`/${name}`));
    expect(report?.counts.memories).toEqual({ created: count, updated: 0, unchanged: 0, rejected: 0 });
  });

  it("changes nothing when imported again", async () => {
    const before = await database.db.memory.findMany({ orderBy: { id: "asc" } });
    const again = await importFolder("reme-memory-library", "ace-playbooks", "kayba-ace-skillbook");
    expect(again.memories).toEqual({
      created: 0,
      updated: 0,
      unchanged: result.memories.created,
      rejected: 0,
    });
    expect(await database.db.memory.findMany({ orderBy: { id: "asc" } })).toEqual(before);
    expect(await database.db.revision.count()).toBe(result.memories.created);
  });
});

describe("Terminal-Bench", () => {
  let result: ImportResult;
  beforeAll(async () => {
    result = await importFolder("terminal-bench-v1");
  });

  it("makes one run of five attempts of the OpenHands folders, and two of the others", () => {
    expect(result.runs.map((run) => [run.agent, run.trials])).toEqual([
      ["mini-swe-agent", 80],
      ["mini-swe-agent", 80],
      ["openhands", 400],
    ]);
    expect(result.runs[2]).toMatchObject({ passed: 165, failed: 218, errored: 17, missing: 0 });
  });

  it("reproduces the published counts", async () => {
    const trials = await database.db.trial.findMany({
      where: { runId: result.runs[2]?.id ?? "" },
      orderBy: { attempt: "asc" },
    });
    const tasks = [...Map.groupBy(trials, (trial) => trial.taskId).values()];
    expect(tasks).toHaveLength(80);
    expect(tasks.every((attempts) => attempts.map((trial) => trial.attempt).join() === "1,2,3,4,5")).toBe(
      true,
    );
    const solved = tasks.map((attempts) => attempts.filter((trial) => trial.outcome === "passed").length);
    expect([0, 1, 2, 3, 4, 5].map((k) => solved.filter((count) => count === k).length)).toEqual([
      37, 7, 4, 3, 4, 25,
    ]);
    const mean = (results: Measured<number | boolean>[]) =>
      results.reduce((sum, result) => sum + Number("value" in result ? result.value : Number.NaN), 0) /
      results.length;
    expect(mean(solved.map((count) => passAtK(5, count, 1)))).toBeCloseTo(0.4125, 10);
    expect(mean(solved.map((count) => passAtK(5, count, 3)))).toBeCloseTo(0.4975, 10);
    const firstThree = tasks.map((attempts) => attempts.map((trial) => trial.outcome === "passed"));
    expect(mean(firstThree.map((attempts) => anyOfFirstK(attempts, 3)))).toBeCloseTo(0.475, 10);
  });

  it("changes nothing when imported again, nor when one folder of it comes alone", async () => {
    const again = await importFolder("terminal-bench-v1");
    expect(again.trials).toEqual({ created: 0, updated: 0, unchanged: 560, rejected: 0 });
    expect(again.runs.map((run) => run.action)).toEqual(["unchanged", "unchanged", "unchanged"]);
    const one = await importFolder("terminal-bench-v1/20250711_openhands_claude-4-sonnet/openhands-sonnet3");
    expect(one.trials).toEqual({ created: 0, updated: 0, unchanged: 80, rejected: 0 });
    expect(await database.db.run.count()).toBe(3);
  });
});

describe("mini-swe-agent with SWE-bench verdicts", () => {
  it("joins the twelve trajectories with their verdicts", async () => {
    const result = await importFolder("mini-swe-agent-v1");
    expect(result.trajectories.created).toBe(12);
    expect(result.runs).toHaveLength(1);
    const trials = await database.db.trial.findMany({
      where: { runId: result.runs[0]?.id ?? "", trajectory: { isNot: null } },
      include: { trajectory: true, task: true },
    });
    expect(trials).toHaveLength(12);
    expect(trials.every((trial) => trial.outcome === "passed" || trial.outcome === "failed")).toBe(true);
    const agentSteps = Object.fromEntries(
      trials.map(({ task, trajectory }) => [
        task.name,
        ((trajectory?.steps ?? []) as { source: string }[]).filter((step) => step.source === "agent").length,
      ]),
    );
    expect(agentSteps).toMatchObject({
      "astropy__astropy-7336": 18,
      "mwaskom__seaborn-3187": 42,
      "sphinx-doc__sphinx-10435": 35,
    });
    expect((await importFolder("mini-swe-agent-v1")).runs[0]?.action).toBe("unchanged");
  });
});

describe("the rest", () => {
  it("reads a run report and refuses the testbed lists with a reason", async () => {
    const result = await importFolder("swebench-reports");
    expect(result.runs).toMatchObject([{ trials: 30, passed: 7, failed: 19, errored: 4, missing: 0 }]);
    expect(result.trials.rejected).toBe(2);
    expect(result.problems.map((found) => found.reason).join()).toContain("no verdict");
  });

  it("reads Harbor trials, ATIF, SWE-agent and OpenHands", async () => {
    const result = await importFolder(
      "harbor-jobs",
      "atif",
      "swe-agent",
      "openhands",
      "mini-swe-agent-v2-fixtures",
    );
    expect(result.trials.rejected).toBe(0);
    expect(result.trajectories).toEqual({ created: 12, updated: 0, unchanged: 0, rejected: 0 });
    const harbor = result.runs.filter((run) => run.trials === run.passed + run.failed);
    expect(harbor.map((run) => [run.agent, run.passed])).toEqual([
      ["gemini-cli", 0],
      ["claude-code", 1],
    ]);
  });
});

describe("Aider", () => {
  it("makes one run of each folder, with the tries apart from the attempts", async () => {
    const result = await importFolder("aider-results");
    expect(result.problems).toEqual([]);
    expect(result.trials).toEqual({ created: 266, updated: 0, unchanged: 0, rejected: 0 });
    expect(result.runs.map(({ trials, passed, failed }) => [trials, passed, failed])).toEqual([
      [133, 96, 37],
      [133, 103, 30],
    ]);
    const runs = await Promise.all(result.runs.map(({ id }) => getRun(database.db, id ?? "")));
    expect(runs.map((run) => run?.solvedWithin)).toEqual([
      [
        { tries: 1, solved: 68, trials: 133 },
        { tries: 2, solved: 96, trials: 133 },
      ],
      [
        { tries: 1, solved: 73, trials: 133 },
        { tries: 2, solved: 103, trials: 133 },
      ],
    ]);
    expect(runs.map((run) => run?.maxAttempt)).toEqual([1, 1]);
    expect((await importFolder("aider-results")).trials.unchanged).toBe(266);
  });
});

describe("LiveCodeBench", () => {
  it("reproduces the published pass@1 of 880 problems, and the model of the folder", async () => {
    const result = await importFolder("livecodebench");
    expect(result.problems).toEqual([]);
    expect(result.runs).toMatchObject([{ model: "O1-Mini", trials: 880, passed: 602, failed: 278 }]);
    const run = await getRun(database.db, result.runs[0]?.id ?? "");
    expect(run?.passAt1).toBeCloseTo(0.68409, 5);
    const [trial] = (await listTrials(database.db, { runId: run?.id ?? "", q: "1873_A" })).rows;
    const details = (await getTrial(database.db, trial?.id ?? ""))?.details;
    expect(details).toMatchObject({ platform: "codeforces", difficulty: "easy", released: "2023-08-21" });
    expect((await importFolder("livecodebench")).trials.unchanged).toBe(880);
  });
});

describe("Harbor", () => {
  it("shows the tests of a trial", async () => {
    await importFolder("harbor-jobs");
    const trials = await database.db.trial.findMany({ where: { run: { agent: "claude-code" } } });
    expect(trials.map(({ details }) => details)).toMatchObject([
      { tests: { passed: 2, failed: 0, other: 0, failedNames: [] } },
    ]);
  });
});

describe("the judge's audits", () => {
  it("come out as published", async () => {
    const result = await importFolder("mtl-judge");
    expect([result.problems, result.judgements.created]).toEqual([[], 72 + 482 + 73 + 73]);
    const audits = await listJudgeAudits(database.db);
    expect(audits.map(({ name, tp, fp, fn, tn }) => [name, tp, fp, fn, tn])).toEqual([
      ["swebench-verified", 291, 185, 2, 4],
      ["swebench-verified-new", 32, 9, 10, 21],
      ["terminal-bench2", 6, 11, 10, 46],
      ["terminal-bench2-new", 15, 6, 5, 47],
    ]);
  });
});
