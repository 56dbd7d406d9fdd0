import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseContent, parsePath } from "#lib/testing/parse-source.ts";
import { layoutOf } from "./harbor.ts";

const trial = { id: "1", task_name: "toy", trial_name: "toy__x", verifier_result: null };

async function parsed(part: object) {
  return (await parseContent("result.json", { ...trial, ...part })).records;
}

describe("layoutOf", () => {
  it.each([
    ["run/bench/1/toy__x", "run", "bench"],
    ["a/run/bench/00042/toy__x", "a/run", "bench"],
    ["job/toy__x", "job", null],
    ["a/job/toy__x", "a/job", null],
    ["bench/123456/toy__x", "bench/123456", null],
    ["bench/1a/toy__x", "bench/1a", null],
    ["/1/toy__x", "/1", null],
    ["run/bénch 🙂/3/t", "run", "bénch 🙂"],
  ])("finds in %s the run %s and the benchmark %j", (folder, runFolder, benchmark) => {
    expect(layoutOf(folder)).toEqual({ runFolder, benchmark });
  });

  it("finds a run that lies above the trial", () => {
    for (const folder of ["a/b/c/d", "a/b/1/d", "a/1/1/d", "1/1/1/1", "a/b"])
      expect(folder.startsWith(`${layoutOf(folder).runFolder}/`)).toBe(true);
  });
});

describe("the reward of a trial", () => {
  it.each<[object, number | null, string | null, string]>([
    [{ reward: 1, accuracy: 0 }, 1, "passed", "the one so named, among several"],
    [{ reward: 0.999 }, 0.999, "failed", "almost"],
    [{ reward: 2 }, 2, "passed", "more than 1"],
    [{ reward: -1 }, -1, "failed", "below 0"],
    [{ accuracy: 1 }, 1, "passed", "the only one"],
    [{ reward: null }, null, null, "none given"],
    [{}, null, null, "none"],
  ])("of %j is %j, so it %s: %s", async (rewards, reward, outcome) => {
    expect(await parsed({ verifier_result: { rewards } })).toMatchObject([
      { kind: "trial", reward, outcome },
    ]);
  });

  it.each(["1", true, [1]])("that is %j is told and counts as missing, not as failed", async (reward) => {
    expect(await parsed({ verifier_result: { rewards: { reward } } })).toMatchObject([
      { field: "verifier_result.rewards.reward", reason: expect.stringContaining(JSON.stringify(reward)) },
      { kind: "trial", reward: null, outcome: null },
    ]);
  });

  it("names at most five of many rewards of which none decides", async () => {
    const rewards = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`metric-${index}`, 1]));
    const [told] = await parsed({ verifier_result: { rewards } });
    expect(told).toMatchObject({ field: "verifier_result.rewards" });
    expect(JSON.stringify(told)).toContain("metric-4");
    expect(JSON.stringify(told)).not.toContain("metric-5");
  });
});

describe("an exception", () => {
  it.each([
    [{ exception_type: "T", exception_message: "m" }, "T: m"],
    [{ exception_type: "T" }, "T"],
    [{ exception_message: "m" }, "m"],
    [{}, ""],
  ])("%j is the error %j", async (exception_info, error) => {
    expect(await parsed({ exception_info })).toMatchObject([{ outcome: "errored", error }]);
  });

  it("is cut where it is long", async () => {
    const [record] = await parsed({ exception_info: { exception_message: "x".repeat(5000) } });
    expect(record).toHaveProperty("error", "x".repeat(2000));
  });

  it("beside a reward does not change the verdict", async () => {
    const verifier_result = { rewards: { reward: 0 } };
    const records = await parsed({ verifier_result, exception_info: { exception_type: "T" } });
    expect(records).toMatchObject([{ outcome: "failed", error: "T" }]);
  });
});

describe("agent and model of a trial", () => {
  const info = { name: "toy", model_info: { provider: "p", name: "m" } };
  it.each([
    [{ agent_info: info }, "toy", "p/m"],
    [{ agent_info: info, config: { agent: { name: "other", model_name: "q/n" } } }, "toy", "q/n"],
    [{ config: { agent: { name: "other" } } }, "other", null],
    [{ agent_info: { model_info: { name: "m" } } }, null, "m"],
    [{ agent_info: { model_info: { provider: "p" } } }, null, null],
  ])("of %j are %j and %j", async (part, agent, model) => {
    expect(await parsed(part)).toMatchObject([{ agent, model }]);
  });

  it("needs a task, and gives no trial without one", async () => {
    const records = await parsed({ task_name: "", verifier_result: { rewards: { reward: "x" } } });
    expect(records).toMatchObject([{ kind: "problem", field: "task_name", rejects: "trials" }]);
    expect(records).toHaveLength(1);
  });
});

describe("a job", () => {
  it.each([
    [{ "agent__model__toy-bench": {} }, "toy-bench"],
    [{ "a__b__c__toy-bench": {} }, "toy-bench"],
    [{ "toy-bench": {} }, "toy-bench"],
    [{ a__m__x: {}, a__m__y: {} }, null],
    [{}, null],
  ])("of the evaluations %j has the benchmark %j", async (evals, benchmark) => {
    const { format, records } = await parseContent("result.json", { n_total_trials: 1, stats: { evals } });
    expect(format).toBe("harbor-job");
    expect(records).toMatchObject([{ kind: "run", benchmark, agent: null }]);
  });
});

/** What one file gives at a place of its own. */
async function parseAt(place: string, content: string) {
  const folder = await mkdtemp(join(tmpdir(), "carryover-harbor-"));
  try {
    await mkdir(join(folder, place, ".."), { recursive: true });
    await writeFile(join(folder, place), content);
    return (await parsePath(folder)).records;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe("a reward's own file", () => {
  it.each([
    ["reward.txt", "1", 1],
    ["reward.txt", "-0.5\n", -0.5],
    ["reward.txt", "1e-2", 0.01],
    ["reward.txt", ".5", 0.5],
    ["reward.txt", "1.", 1],
    ["reward.json", '{"reward": 0.5, "other": 1}', 0.5],
    ["reward.json", '{"accuracy": 0.25}', 0.25],
  ])("%s with %j is %j", async (name, content, reward) => {
    expect(await parseAt(`verifier/${name}`, content)).toMatchObject([
      { kind: "reward", reward, fault: null },
    ]);
  });

  it.each([
    ["reward.json", '{"a": 1, "b": 1}'],
    ["reward.json", '{"reward": "1"}'],
    ["reward.json", "{}"],
    ["reward.txt", "1e999"],
    ["reward.txt", "1,5"],
    ["reward.txt", "passed"],
  ])("%s with %j is missing, and the record says the same as the problem", async (name, content) => {
    const [told, reward] = await parseAt(`verifier/${name}`, content);
    expect(told).toMatchObject({ kind: "problem", field: "reward", line: 1 });
    expect(reward).toMatchObject({ kind: "reward", reward: null });
    expect(reward).toHaveProperty("fault", told && "reason" in told ? told.reason : "");
  });

  it("counts only in the verifier's folder", async () => {
    expect((await parseAt("other/reward.txt", "1")).map(({ kind }) => kind)).not.toContain("reward");
  });
});
