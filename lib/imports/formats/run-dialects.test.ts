import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseContent, parsePath } from "#lib/testing/parse-source.ts";

describe("MLGym", () => {
  const traj = {
    environment: "toy",
    trajectory: [{ action: "ls\n", observation: "a.py", thought: "Look.", response: "" }],
    history: [{ role: "user", content: "Train a model.", agent: "main" }],
    info: {
      exit_status: "submitted",
      score: [{ Accuracy: 0.4 }, { Accuracy: 0.62 }],
      model_stats: { total_cost: 1.5, task_cost: 0.25, tokens_sent: 10, tokens_received: 2, api_calls: 1 },
    },
  };

  it("keeps the final score, the cost of the task and the benchmark", async () => {
    const { trajectories } = await parseContent("toyTask.traj", traj);
    expect(trajectories).toMatchObject([
      {
        taskName: "toyTask",
        benchmark: "MLGym",
        agent: "MLGym",
        reward: 0.62,
        costUsd: 0.25,
        inputTokens: 10,
      },
    ]);
  });

  it("takes no score of several metrics for the score", async () => {
    const info = { ...traj.info, score: [{ Accuracy: 0.4, Loss: 2 }] };
    expect((await parseContent("toy.traj", { ...traj, info })).trajectories[0]?.reward).toBeNull();
  });

  it("reads the final scores and those of the baseline", async () => {
    const results = { agent: [{ Accuracy: 0.62 }], baseline: { Accuracy: 0.5 } };
    expect((await parseContent("results.json", results)).records).toMatchObject([
      { kind: "scores", agent: { Accuracy: 0.62 }, baseline: { Accuracy: 0.5 } },
    ]);
  });
});

describe("the OpenHands resolver", () => {
  it("becomes trials named by their issue, events paired by their order, without a verdict of its own", async () => {
    const row = {
      issue: { owner: "toy", repo: "clock", number: 7, title: "Late", body: "The clock is late." },
      issue_type: "issue",
      instruction: "Mend it.",
      base_commit: "abc",
      git_patch: "diff",
      history: [
        { action: "message", args: { content: "Mend it." } },
        { action: "run", args: { command: "ls", thought: "Look." } },
        { observation: "run", content: "a.py", extras: {} },
        { action: "run", args: { command: "cat a.py" } },
        { observation: "run", content: "print()", extras: {} },
      ],
      metrics: { accumulated_cost: 0.5 },
      success: true,
      result_explanation: "Done.",
      error: null,
    };
    const { format, trajectories, records } = await parseContent("output.jsonl", row);
    expect(format).toBe("openhands");
    expect(trajectories).toMatchObject([
      { taskName: "toy/clock#7", statement: "Mend it.", costUsd: 0.5, error: null, benchmark: null },
    ]);
    expect(trajectories[0]?.steps).toEqual([
      { source: "user", message: "Mend it." },
      { source: "agent", reasoning: "Look.", action: "ls", observation: "a.py" },
      { source: "agent", action: "cat a.py", observation: "print()" },
    ]);
    expect(records.map(({ kind }) => kind)).toEqual(["trajectory"]);
  });
});

describe("ATIF in parts", () => {
  const document = (steps: object[], more: object = {}) => ({
    schema_version: "ATIF-v1.5",
    session_id: "s",
    agent: { name: "toy-agent", version: "1" },
    steps: steps.map((step, index) => ({ step_id: index + 1, source: "agent", ...step })),
    ...more,
  });

  it("is one trajectory: continuations in order, a sub-agent behind the step that called it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "carryover-atif-"));
    const reference = { session_id: "sub", trajectory_path: "trajectory.helper-1.json" };
    const files: Record<string, object> = {
      "trajectory.json": document([
        { source: "user", message: "Task" },
        { message: "Ask", observation: { results: [{ subagent_trajectory_ref: [reference] }] } },
      ]),
      "trajectory.helper-1.json": document([{ message: "Help" }]),
      "trajectory.cont-1.json": document([
        { message: "Task", is_copied_context: true },
        { message: "Second" },
      ]),
      "trajectory.cont-2.json": document([{ message: "Third" }], { final_metrics: { total_cost_usd: 2 } }),
    };
    try {
      for (const [name, value] of Object.entries(files))
        await writeFile(join(folder, name), JSON.stringify(value));
      const { trajectories, problems } = await parsePath(folder);
      expect(problems).toEqual([]);
      expect(trajectories).toHaveLength(1);
      expect(trajectories[0]?.steps.map(({ message }) => message)).toEqual([
        "Task",
        "Ask",
        "Sub-agent toy-agent begins.",
        "Help",
        "Sub-agent toy-agent ends.",
        "Second",
        "Third",
      ]);
      expect(trajectories[0]).toMatchObject({ costUsd: 2, statement: "Task" });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
