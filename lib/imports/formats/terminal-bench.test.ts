import { describe, expect, it } from "vitest";
import { parseContent } from "#lib/testing/parse-source.ts";

const row = { id: "1", task_id: "toy", trial_name: "toy.1-of-1.r", is_resolved: true, failure_mode: "unset" };

/** What a run's results of these rows give. */
function parseRun(...results: unknown[]) {
  return parseContent("results.json", { results, n_resolved: 0 });
}

describe("a run's results", () => {
  it("give a trial a row, in order, all in the folder of the run", async () => {
    const { format, records } = await parseRun(row, { ...row, id: "2", task_id: "other" });
    expect(format).toBe("terminal-bench-1");
    expect(records).toMatchObject([
      { kind: "trial", sourceId: "1", taskName: "toy", label: "toy.1-of-1.r", outcome: "passed", reward: 1 },
      { kind: "trial", sourceId: "2", taskName: "other" },
    ]);
    for (const record of records) if (record.kind === "trial") expect(record.runFolder).toBe(record.folder);
  });

  it("give nothing where they list nothing", async () => {
    expect((await parseRun()).records).toEqual([]);
  });

  it("reject a row that is none, name its place and keep those around it", async () => {
    const { records } = await parseRun(row, null, "x", { ...row, task_id: " " }, { ...row, id: "9" });
    expect(records).toMatchObject([
      { kind: "trial", sourceId: "1" },
      { kind: "problem", field: "results[1]", rejects: "trials", reason: expect.stringContaining("null") },
      { kind: "problem", field: "results[2]", rejects: "trials", reason: expect.stringContaining("string") },
      { kind: "problem", field: "results[3].task_id", rejects: "trials" },
      { kind: "trial", sourceId: "9" },
    ]);
  });

  it.each([1, 0, "true", [], {}])("take %j for no verdict", async (is_resolved) => {
    const { records } = await parseRun({ ...row, is_resolved });
    expect(records).toMatchObject([
      {
        kind: "problem",
        field: "results[0].is_resolved",
        reason: expect.stringContaining(JSON.stringify(is_resolved)),
      },
    ]);
  });

  it.each(["unset", "none", "", null, 7])("take the failure mode %j for no failure", async (failure_mode) => {
    expect((await parseRun({ ...row, failure_mode })).records).toMatchObject([{ error: null }]);
    const { records } = await parseRun({ ...row, is_resolved: null, failure_mode });
    expect(records).toMatchObject([{ outcome: "missing", reward: null }]);
  });

  it("call a trial missing where the verdict is absent, and name no failure it did not have", async () => {
    const { is_resolved: _verdict, ...rest } = row;
    expect((await parseRun(rest)).records).toMatchObject([{ outcome: "missing", reward: null }]);
  });
});

describe("tokens", () => {
  it.each<[number | null, number | null, number | null, number | null, string]>([
    [0, 0, null, null, "none counted is unknown"],
    [null, null, null, null, "absent"],
    [5, 0, 5, 0, "one side counted: the other was none"],
    [0, 5, 0, 5, "the same the other way round"],
    [5, null, 5, null, "one side absent"],
    [2 ** 31 - 1, 1, 2 ** 31 - 1, 1, "the most that is stored"],
  ])("of %j and %j are read as %j and %j: %s", async (input, output, inputTokens, outputTokens) => {
    const counted = { ...row, total_input_tokens: input, total_output_tokens: output };
    expect((await parseRun(counted)).records).toMatchObject([{ inputTokens, outputTokens }]);
  });

  it.each([-1, 2 ** 31, "12"])(
    "that are %j are told with their row, and the trial imported",
    async (count) => {
      const { records } = await parseRun(row, { ...row, total_input_tokens: count });
      expect(records).toMatchObject([
        { kind: "trial" },
        { kind: "problem", field: "results[1].total_input_tokens", rejects: null },
        { kind: "trial", inputTokens: null },
      ]);
    },
  );
});

describe("times", () => {
  it.each([
    ["2026-01-01T00:00:00Z", "2026-01-01T00:00:01.5Z", 1500],
    ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", 0],
    ["2026-01-01T00:00:01Z", "2026-01-01T00:00:00Z", null],
    ["2026-01-01T02:00:00+02:00", "2026-01-01T00:00:01Z", 1000],
    ["2026-01-01T00:00:00Z", null, null],
  ])("from %s to %s last %j milliseconds", async (trial_started_at, trial_ended_at, durationMs) => {
    const { records } = await parseRun({ ...row, trial_started_at, trial_ended_at });
    expect(records).toMatchObject([{ startedAt: new Date(trial_started_at).toISOString(), durationMs }]);
  });

  it("that are none are told, and the trial imported without them", async () => {
    const { records } = await parseRun({ ...row, trial_started_at: "noon", trial_ended_at: "2026-01-01" });
    expect(records).toMatchObject([
      { kind: "problem", field: "results[0].trial_started_at", rejects: null },
      { kind: "trial", startedAt: null, durationMs: null },
    ]);
  });
});

describe("the results of one trial, and a run's metadata", () => {
  it("are a trial whose run lies two folders above", async () => {
    const { format, records } = await parseContent("results.json", row);
    expect(format).toBe("terminal-bench-1-trial");
    const [trial] = records;
    if (trial?.kind !== "trial") throw new Error("Expected a trial.");
    expect(trial.runFolder.length).toBeLessThan(trial.folder.length);
    expect(trial).toMatchObject({ taskName: "toy", outcome: "passed" });
  });

  it("name a field of a single trial without a row", async () => {
    const { problems } = await parseContent("results.json", { ...row, is_resolved: "no" });
    expect(problems).toMatchObject([{ field: "is_resolved", rejects: "trials" }]);
  });

  it("names a trial without a name for its task and folder", async () => {
    const { records } = await parseRun({ ...row, trial_name: null });
    expect(records).toMatchObject([{ label: expect.stringMatching(/^toy\/carryover-parse-/) }]);
  });

  it("keep what tells one set-up from another beyond agent and model", async () => {
    const metadata = { run_id: "r", agent_name: "toy", dataset_name: "toy-bench", model_name: " " };
    const bare = await parseContent("run_metadata.json", metadata);
    expect(bare.records).toMatchObject([
      {
        kind: "run",
        agent: "toy",
        model: null,
        benchmark: "toy-bench",
        startedAt: null,
        config: { datasetVersion: null, agentKwargs: null },
      },
    ]);
    const full = { ...metadata, dataset_version: "0.1", agent_kwargs: { a: 1 } };
    expect((await parseContent("run_metadata.json", full)).records).toMatchObject([
      { config: { datasetVersion: "0.1", agentKwargs: { a: 1 } } },
    ]);
  });
});
