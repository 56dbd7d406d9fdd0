import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type AssembleOptions, assembleRuns } from "./assemble-runs.ts";
import { parseFile, recognizeFile } from "./read-records.ts";
import type { VerdictRecord } from "./records.ts";
import { addFact, emptyFacts, type RunFacts } from "./run-facts.ts";
import { walkFiles } from "./walk-files.ts";

const fixtures = join(import.meta.dirname, "fixtures/runs");

async function factsOf(...paths: string[]): Promise<RunFacts> {
  const facts = emptyFacts();
  const { files } = await walkFiles(paths.map((path) => join(fixtures, path)));
  for (const file of files) {
    for await (const record of parseFile(file, await recognizeFile(file), null)) addFact(facts, record, file);
  }
  return facts;
}

async function runsOf(path: string, options: AssembleOptions = {}) {
  return assembleRuns(await factsOf(path), options).runs;
}

describe("assembleRuns", () => {
  it("groups repeats by their folders' names, and keeps arms apart", async () => {
    const runs = await runsOf("outputs");
    expect(
      runs.map(({ name, arm, memoryType, scope, trials }) => [name, arm, memoryType, scope, trials.length]),
    ).toEqual([
      ["I", "memory", "insight", "cross_domain", 6],
      ["Z", "zero_shot", null, null, 3],
    ]);
  });

  it.each([
    ["Alpha_Bench ", "in_domain"],
    ["alphabench", "in_domain"],
    ["alpha-bench-2", "cross_domain"],
  ])("tells the scope of a run whatever the logs call its benchmark: %j is %s", async (name, scope) => {
    const facts = await factsOf("outputs/I");
    for (const retrieval of facts.retrievals) retrieval.benchmarks = [name];
    expect(assembleRuns(facts, {}).runs).toMatchObject([{ arm: "memory", scope }]);
  });

  it("gives the same run and source paths for a folder and for a part of it", async () => {
    const [whole] = (await runsOf("tb-submission")).filter((run) => run.name === "toy-agent");
    const [part] = await runsOf("tb-submission/toy-agent2");
    expect(part?.importKey).toBe(whole?.importKey);
    expect(whole?.trials.map((trial) => trial.sourcePath)).toEqual(
      expect.arrayContaining(part?.trials.map((trial) => trial.sourcePath) ?? []),
    );
  });

  it("counts a trial that two files tell of once", async () => {
    const [run] = await runsOf("tb-submission/toy-agent");
    expect(run?.trials.map((trial) => trial.taskName)).toEqual(["a", "b", "c"]);
    const [alone] = await runsOf("tb-submission/toy-agent/a");
    expect(alone?.trials).toHaveLength(1);
  });

  it("joins verdicts to the trajectories of their instances", async () => {
    const trials = (await runsOf("mini")).flatMap((run) => run.trials);
    expect(
      trials
        .map(({ taskName, outcome, error, trajectory }) => [taskName, outcome, error, trajectory !== null])
        .sort(),
    ).toEqual([
      ["bare", "missing", "No verdict lies beside the trajectory.", true],
      ["toy__clock-1", "passed", null, true],
      ["toy__clock-2", "failed", "No patch was handed in.", true],
    ]);
  });

  it("joins a verdict to none of several trajectories that lie equally near", async () => {
    const facts = await factsOf("mini/trajs/toy__clock-1");
    const [one] = facts.trajectories;
    if (!one) throw new Error("the fixture holds a trajectory");
    const place = one.file.place.replace("clock-1.traj", "copy.traj");
    facts.trajectories.push({ ...one, file: { ...one.file, place } });
    const verdict: VerdictRecord = {
      kind: "verdict",
      path: "report.json",
      level: "instance",
      taskName: "toy__clock-1",
      outcome: "passed",
      error: null,
    };
    facts.verdicts.push({
      ...verdict,
      file: { ...one.file, place: one.file.place.replace(/[^/]+$/, "report.json") },
    });
    const { runs, problems } = assembleRuns(facts, {});
    expect(runs.flatMap((run) => run.trials.map((trial) => trial.outcome))).toEqual(["missing", "missing"]);
    expect(problems).toMatchObject([{ path: "report.json", field: "toy__clock-1" }]);
  });

  it("joins a judge's verdict that lies beside its trial, as the published pipeline writes it", async () => {
    const [run] = await runsOf("outputs/Z");
    expect(run?.trials.map(({ taskName, judgement }) => [taskName, judgement])).toEqual([
      ["csv-merge", true],
      ["port-scan", false],
      ["slow-task", null],
    ]);
  });

  it("reports a judge's verdict that joins no trial, or could join several", async () => {
    const facts = await factsOf("outputs/Z/alpha-bench/1");
    const [judgement, trial] = [facts.judgements[0], facts.trials[0]];
    if (!judgement || !trial) throw new Error("the fixture holds a verdict beside a trial");
    facts.trials.push({ ...trial, folder: `${trial.folder}-again` });
    const reasons = () =>
      assembleRuns(facts, {}).problems.map(({ path, reason }) => [path, reason.slice(0, 31)]);
    expect(reasons()).toEqual([[judgement.path, "2 trials are beside the verdict"]]);
    facts.trials = [];
    facts.trajectories = [];
    expect(reasons()).toEqual([[judgement.path, "There is no trial in this folde"]]);
  });

  it("takes a verdict without a trajectory for a trial, and what was not submitted for none", async () => {
    const [run] = await runsOf("swe-report");
    expect(run).toMatchObject({ name: "toy.run", arm: "zero_shot", source: "swe-bench" });
    expect(run?.trials).toHaveLength(5);
    expect(run?.trials.every((trial) => trial.benchmark === "swe-bench" && trial.trajectory === null)).toBe(
      true,
    );
  });

  it("obeys name, arm and benchmark where given", async () => {
    const runs = await runsOf("mini", { run: "mine", arm: "memory", benchmark: "toy" });
    expect(runs).toMatchObject([
      { name: "mine", importKey: "named:mine", arm: "memory", memoryType: null, scope: null },
    ]);
    expect(runs[0]?.trials.every((trial) => trial.benchmark === "toy")).toBe(true);
  });

  it("keeps a trial whose reward can't be read, without an outcome and with the reason", async () => {
    const facts = await factsOf("outputs/I/alpha-bench/3");
    facts.trials = [];
    const [run] = assembleRuns(facts, {}).runs;
    expect(
      run?.trials.map(({ taskName, outcome, reward, error }) => [taskName, outcome, reward, error]),
    ).toEqual([["slow-task", "missing", null, expect.stringContaining("Expected a number")]]);
  });

  it("takes a folder with a reward for a trial when its result is missing", async () => {
    const facts = await factsOf("outputs/I");
    facts.trials = [];
    const { runs } = assembleRuns(facts, {});
    expect(runs[0]?.trials.map(({ taskName, outcome, benchmark }) => [taskName, outcome, benchmark])).toEqual(
      [
        ["csv-merge", "failed", "alpha-bench"],
        ["port-scan", "passed", "alpha-bench"],
        ["slow-task", "missing", "alpha-bench"],
      ],
    );
  });
});
