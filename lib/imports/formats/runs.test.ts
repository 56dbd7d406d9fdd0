import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseContent, parsePath } from "#lib/testing/parse-source.ts";

const runs = join(import.meta.dirname, "../fixtures/runs");

describe("mini-swe-agent", () => {
  it("reads thought, command and observation of version 1", async () => {
    const { trajectories } = await parsePath(join(runs, "mini/trajs/toy__clock-1/toy__clock-1.traj.json"));
    expect(trajectories[0]).toMatchObject({
      format: "mini-swe-agent-1",
      taskName: "toy__clock-1",
      statement: "The clock is wrong.",
      model: "toy/model-1",
      error: null,
    });
    expect(trajectories[0]?.steps.slice(2)).toEqual([
      {
        source: "agent",
        reasoning: "Look.",
        action: "cat clock.py",
        observation: "<returncode>0</returncode>\n<output>\ntick\n</output>",
      },
      {
        source: "agent",
        reasoning: "Done.",
        action: "echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT",
        observation: "diff",
      },
    ]);
  });

  it("reads tool calls, times, tokens and the exit of version 2", async () => {
    const { trajectories } = await parsePath(join(runs, "mini/trajs/toy__clock-2/toy__clock-2.traj.json"));
    expect(trajectories[0]).toMatchObject({
      format: "mini-swe-agent-1.1",
      inputTokens: 10,
      outputTokens: 5,
      startedAt: "2026-01-01T00:00:00.000Z",
    });
    expect(
      trajectories[0]?.steps
        .slice(2)
        .map(({ source, action, observation, message }) => [source, action ?? message, observation]),
    ).toEqual([
      ["agent", "cat clock.py", "tick"],
      ["agent", "echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT", undefined],
      ["system", "diff", undefined],
    ]);
  });

  it("reads a bare list and names its task by the file", async () => {
    const { trajectories } = await parsePath(join(runs, "mini/trajs/bare.traj.json"));
    expect(trajectories[0]).toMatchObject({
      taskName: "bare",
      format: "mini-swe-agent (message list)",
      model: null,
    });
  });

  it("keeps why the agent stopped, and says where a message is none", async () => {
    const document = {
      trajectory_format: "mini-swe-agent-1",
      info: { exit_status: "RetryError" },
      messages: [
        { role: "system", content: "s" },
        { role: "user", content: "u" },
      ],
    };
    expect((await parseContent("a.json", document)).trajectories[0]?.error).toBe("RetryError");
    const broken = { ...document, messages: [{ content: "no role" }] };
    expect((await parseContent("a.json", broken)).problems).toMatchObject([
      { field: "messages[0].role", rejects: "trajectories" },
    ]);
  });
});

describe("Terminal-Bench", () => {
  it.each([
    [true, "unset", "passed", null, "resolved"],
    [true, "agent_timeout", "passed", "agent_timeout", "the tests ran on what the agent left"],
    [false, "agent_timeout", "failed", "agent_timeout", "and they failed"],
    [null, "parse_error", "errored", "parse_error", "the harness broke: not failed"],
    [null, "unset", "missing", "The results file gives no verdict.", "nobody says: not failed either"],
  ] as [boolean | null, string, string, string | null, string][])(
    "is_resolved %s with %s is %s",
    async (is_resolved, failure_mode, outcome, error) => {
      const { records } = await parseContent("results.json", {
        results: [
          {
            id: "1",
            trial_name: "a.1-of-1.r",
            task_id: "a",
            is_resolved,
            failure_mode,
            total_input_tokens: 0,
          },
        ],
        n_resolved: 0,
      });
      expect(records).toMatchObject([{ kind: "trial", outcome, error, inputTokens: null }]);
    },
  );

  it("refuses a verdict that is no boolean", async () => {
    const { problems } = await parseContent("results.json", {
      results: [{ task_id: "a", is_resolved: "yes" }],
      pass_at_k: {},
    });
    expect(problems).toMatchObject([{ field: "results[0].is_resolved", rejects: "trials" }]);
  });
});

describe("SWE-bench reports", () => {
  it("keeps apart what a run report says of its submissions", async () => {
    const { records } = await parsePath(join(runs, "swe-report/toy.run.json"));
    expect(
      records.map((record) => (record.kind === "verdict" ? [record.taskName, record.outcome] : record.kind)),
    ).toEqual([
      ["toy__a-1", "passed"],
      ["toy__a-2", "failed"],
      ["toy__a-3", "failed"],
      ["toy__a-4", "errored"],
      ["toy__a-5", "missing"],
    ]);
  });

  it("says when a report's count and its list disagree", async () => {
    const { problems } = await parseContent("r.json", {
      total_instances: 1,
      resolved_ids: [],
      resolved_instances: 1,
    });
    expect(problems).toMatchObject([{ field: "resolved_instances", rejects: null }]);
  });
});

describe("Harbor", () => {
  const trial = { id: "1", task_name: "t", trial_name: "t__x", verifier_result: null, exception_info: null };
  it.each([
    [{ verifier_result: { rewards: { reward: 1 } } }, "passed", 1],
    [{ verifier_result: { rewards: { reward: 0 } } }, "failed", 0],
    [{ verifier_result: { rewards: { accuracy: 0.4 } } }, "failed", 0.4],
    [
      {
        verifier_result: { rewards: { reward: 1 } },
        exception_info: { exception_type: "AgentTimeoutError" },
      },
      "passed",
      1,
    ],
    [{ exception_info: { exception_type: "AgentTimeoutError" } }, "errored", null],
    [{ verifier_result: { rewards: {} } }, null, null],
  ])("%j is %s", async (part, outcome, reward) => {
    const { records } = await parseContent("result.json", { ...trial, ...part });
    expect(records).toMatchObject([{ kind: "trial", outcome, reward }]);
  });

  it.each(["0x1", "0b1", "1_000", "Infinity", "", "1 2"])("takes %j for no reward", async (text) => {
    const folder = await mkdtemp(join(tmpdir(), "carryover-reward-"));
    try {
      await mkdir(join(folder, "verifier"));
      await writeFile(join(folder, "verifier/reward.txt"), text);
      const { records } = await parsePath(folder);
      expect(records).toMatchObject([
        { kind: "problem", field: "reward" },
        { kind: "reward", reward: null },
      ]);
      await writeFile(join(folder, "verifier/reward.txt"), " 1.0\n");
      expect((await parsePath(folder)).records).toMatchObject([{ kind: "reward", reward: 1 }]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("says that a reward is no number", async () => {
    const { problems } = await parseContent("result.json", {
      ...trial,
      verifier_result: { rewards: { reward: "high" } },
    });
    expect(problems).toMatchObject([{ field: "verifier_result.rewards.reward", rejects: null }]);
  });
});

describe("retrieval logs", () => {
  it("counts ranks on over several blocks and drops vectors", async () => {
    const block = (title: string, score: number) =>
      `<memory_items>${JSON.stringify([{ score, memory: { insight: { title }, key_embedding: [1] } }])}</memory_items>`;
    const log = `x\n<retrieval_query>first</retrieval_query>\n${block("a", 0.9)}\n<retrieval_query>second</retrieval_query>${block("b", 0.8)}`;
    expect((await parseContent("log.txt", log)).records).toEqual([
      {
        kind: "retrieval",
        path: expect.any(String),
        items: [
          { rank: 1, similarity: 0.9, query: "first", shown: { insight: { title: "a" } } },
          { rank: 2, similarity: 0.8, query: "second", shown: { insight: { title: "b" } } },
        ],
      },
    ]);
  });

  it("reads a list that the console broke into lines, far down in a long log", async () => {
    const items =
      '<memory_items>[{"score": 0.5,\n  "memory": {"insight": {"title": "a\nlong title"}}}]</memory_items>';
    const { records } = await parseContent("log.txt", `${"a line of set-up\n".repeat(9000)}${items}`);
    expect(records).toMatchObject([
      { kind: "retrieval", items: [{ shown: { insight: { title: "a long title" } } }] },
    ]);
  });

  it("names the line of a block that is cut off", async () => {
    const { problems } = await parseContent("log.txt", "one\ntwo\n<memory_items>[{");
    expect(problems).toMatchObject([{ line: 3, rejects: "retrievals" }]);
  });
});

describe("SWE-agent and OpenHands", () => {
  it("reads a .traj without its demonstrations", async () => {
    const { trajectories } = await parseContent("toy__clock-3.traj", {
      trajectory: [{ action: "ls\n", observation: "README", thought: "Look." }],
      history: [
        { role: "user", content: "a demonstration", is_demo: true },
        { role: "user", content: "Mend the clock." },
      ],
      info: { exit_status: "exit_error", model_stats: { instance_cost: 1, tokens_sent: 5 } },
      replay_config: '{"agent":{"model":{"name":"toy/model-1"}}}',
    });
    expect(trajectories[0]).toMatchObject({
      taskName: "toy__clock-3",
      statement: "Mend the clock.",
      model: "toy/model-1",
      error: "exit_error",
    });
    expect(trajectories[0]?.steps[1]).toEqual({
      source: "agent",
      reasoning: "Look.",
      action: "ls",
      observation: "README",
    });
  });

  it("joins an OpenHands observation to the action that caused it", async () => {
    const { trajectories } = await parseContent("events.json", [
      { id: 0, source: "agent", action: "system", args: { content: "long" } },
      { id: 1, source: "user", action: "message", args: { content: "Mend the clock." } },
      { id: 2, source: "agent", action: "run", args: { command: "ls", thought: "Look." } },
      { id: 3, source: "agent", observation: "run", content: "README", cause: 2 },
    ]);
    expect(trajectories[0]?.steps).toEqual([
      { source: "user", message: "Mend the clock." },
      { source: "agent", reasoning: "Look.", action: "ls", observation: "README" },
    ]);
  });
});
