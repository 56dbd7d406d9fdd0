import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { jsonLines, parseContent } from "#lib/testing/parse-source.ts";

const run = (id: number, command: string) => ({ id, source: "agent", action: "run", args: { command } });
const seen = (id: number, cause: number, content: string) => ({
  id,
  source: "agent",
  observation: "run",
  content,
  cause,
});

/** The steps of a session of these events. */
async function stepsOf(...history: unknown[]) {
  const { trajectories } = await parseContent("output.jsonl", { instance_id: "toy", history });
  return trajectories[0]?.steps ?? [];
}

describe("an action of OpenHands", () => {
  it.each([
    ["a command", { action: "run", args: { command: "ls" } }, { action: "ls" }],
    [
      "a command with its thought",
      { action: "run", args: { command: "ls", thought: "T" } },
      { reasoning: "T", action: "ls" },
    ],
    [
      "a run without a command",
      { action: "run", args: { thought: "T", x: 1 } },
      { reasoning: "T", action: 'run({"x":1})' },
    ],
    [
      "another tool by name and arguments",
      { action: "edit", args: { path: "a", thought: " " } },
      { action: 'edit({"path":"a"})' },
    ],
    ["a tool without arguments", { action: "finish" }, { action: "finish({})" }],
    ["a message", { action: "message", args: { content: "hi" } }, { message: "hi" }],
    ["a message that stands beside its arguments", { action: "message", message: "hi" }, { message: "hi" }],
    ["code", { action: "run", args: { code: "1+1" } }, { action: "1+1" }],
  ])("is read: %s", async (_what, event, step) => {
    expect(await stepsOf({ source: "agent", ...event })).toEqual([{ source: "agent", ...step }]);
  });

  it.each(["change_agent_state", "null", "recall", "system"])("of the kind %s is no step", async (action) => {
    expect(await stepsOf({ source: "agent", action }, run(1, "ls"))).toEqual([
      { source: "agent", action: "ls" },
    ]);
  });

  it("is the user's where its source is not the agent", async () => {
    const events = ["user", "environment", null].map((source) => ({
      source,
      action: "message",
      message: "hi",
    }));
    expect((await stepsOf(...events)).map(({ source }) => source)).toEqual(["user", "user", "user"]);
  });

  it("has the time of its event, not that of what came back", async () => {
    const steps = await stepsOf(
      { ...run(1, "ls"), timestamp: "2026-01-01T00:00:00" },
      { ...seen(2, 1, "a"), timestamp: "2026-01-02T00:00:00" },
    );
    expect(steps).toEqual([
      { source: "agent", action: "ls", observation: "a", timestamp: "2026-01-01T00:00:00.000Z" },
    ]);
  });
});

describe("an observation of OpenHands", () => {
  it("joins the action that caused it, whatever order the observations come in", async () => {
    const random = seededRandom(3);
    const actions = Array.from({ length: 12 }, (_, id) => run(id, `command ${id}`));
    const answers = actions.map(({ id }) => seen(100 + id, id, `answer ${id}`));
    const expected = actions.map(({ id }) => ({
      source: "agent",
      action: `command ${id}`,
      observation: `answer ${id}`,
    }));
    for (let round = 0; round < 5; round += 1)
      expect(await stepsOf(...actions, ...shuffled(answers, random))).toEqual(expected);
  });

  it("whose cause is unknown joins none", async () => {
    expect(await stepsOf(run(1, "ls"), seen(2, 99, "stray"))).toEqual([{ source: "agent", action: "ls" }]);
  });

  it("before any action joins none", async () => {
    expect(await stepsOf({ observation: "run", content: "early" }, run(1, "ls"))).toHaveLength(1);
  });

  it("pairs in a history of pairs as in a flat one", async () => {
    const pairs = [
      [run(1, "ls"), seen(2, 1, "a")],
      [run(3, "pwd"), seen(4, 3, "/")],
    ];
    expect(await stepsOf(...pairs)).toEqual(await stepsOf(...pairs.flat()));
    expect(await stepsOf(...pairs)).toHaveLength(2);
  });
});

describe("a row of OpenHands", () => {
  const history = [run(1, "ls")];
  const issue = { owner: "toy", repo: "clock", number: 7, body: "Late." };

  it.each([
    [{ instance: { problem_statement: "P" }, instruction: "I", issue }, "P"],
    [{ instruction: "I", issue }, "I"],
    [{ issue }, "Late."],
    [{ instruction: " " }, null],
  ])("with %j has the task %j", async (part, statement) => {
    const { trajectories } = await parseContent("output.jsonl", { instance_id: "toy", history, ...part });
    expect(trajectories).toMatchObject([{ statement }]);
  });

  it.each([
    [{ instance_id: "a", issue }, "a"],
    [{ instance_id: 12 }, "12"],
    [{ instance_id: "", issue, git_patch: "" }, "toy/clock#7"],
  ])("with %j is named %s", async (part, taskName) => {
    const { trajectories } = await parseContent("output.json", { history, ...part });
    expect(trajectories).toMatchObject([{ taskName }]);
  });

  it("whose issue is named in part only is refused: it would be an attempt at the file's task", async () => {
    const row = { history, instance_id: "", issue: { ...issue, number: -1 }, git_patch: "" };
    const { trajectories, problems } = await parseContent("output.json", row);
    expect(trajectories).toEqual([]);
    expect(problems).toMatchObject([{ field: "instance_id", rejects: "trajectories" }]);
  });

  it.each<[number | null, number | null, string]>([
    [0, null, "a price of 0 is unknown"],
    [0.25, 0.25, "a price"],
    [null, null, "none"],
  ])("that cost %j is stored with %j: %s", async (accumulated_cost, costUsd) => {
    const row = { instance_id: "a", history, metrics: { accumulated_cost } };
    expect((await parseContent("output.jsonl", row)).trajectories).toMatchObject([{ costUsd }]);
  });

  it("that can't be read is told with its line, and the others are imported", async () => {
    const fine = { instance_id: "a", history };
    const log = jsonLines(fine, "{", "5", { instance_id: "b" }, { ...fine, instance_id: "c" });
    const { trajectories, problems } = await parseContent("output.jsonl", log);
    expect(trajectories.map(({ taskName, line }) => [taskName, line])).toEqual([
      ["a", 1],
      ["c", 5],
    ]);
    expect(problems.map(({ line, rejects }) => [line, rejects])).toEqual(
      [2, 3, 4].map((line) => [line, "trajectories"]),
    );
  });

  it("tells measures that are none with the row's line", async () => {
    const metrics = { accumulated_cost: "free", accumulated_token_usage: { prompt_tokens: -5 } };
    const log = jsonLines({ instance_id: "a", history }, { instance_id: "b", history, metrics });
    const { problems, trajectories } = await parseContent("output.jsonl", log);
    expect(trajectories).toHaveLength(2);
    expect(problems).toMatchObject([
      { line: 2, field: "metrics.accumulated_cost" },
      { line: 2, field: "metrics.accumulated_token_usage.prompt_tokens" },
    ]);
  });
});

describe("the outcome of OpenHands", () => {
  const history = [run(1, "ls")];
  const report = (part: object) => ({ instance_id: "a", history, test_result: { report: part } });

  it.each([
    [{ resolved: true }, { outcome: "passed", error: null }],
    [{ resolved: false }, { outcome: "failed", error: null }],
    [
      { resolved: false, empty_generation: true },
      { outcome: "failed", error: "No patch was handed in." },
    ],
    [
      { resolved: false, failed_apply_patch: true },
      { outcome: "failed", error: "The patch did not apply." },
    ],
    [
      { resolved: false, error_eval: true },
      { outcome: "errored", error: "The evaluation ended in an error." },
    ],
    [
      { resolved: false, test_timeout: true },
      { outcome: "errored", error: "The evaluation's tests ran out of time." },
    ],
    [{}, null],
  ])("after the report %j is %j", async (part, verdict) => {
    const { trajectories } = await parseContent("output.jsonl", report(part));
    expect(trajectories).toMatchObject([{ verdict }]);
  });

  it("of an unreadable report is told and left open", async () => {
    const { trajectories, problems } = await parseContent("output.jsonl", report({ resolved: "yes" }));
    expect(trajectories).toMatchObject([{ verdict: null }]);
    expect(problems).toMatchObject([{ line: 1, field: "test_result.report.resolved" }]);
  });

  it("is not what the resolver thinks of its own work", async () => {
    const issue = { owner: "toy", repo: "clock", number: 7 };
    const row = { issue, history, git_patch: "", success: true, result_explanation: "Done." };
    const { trajectories } = await parseContent("output.jsonl", row);
    expect(trajectories).toMatchObject([
      { verdict: null, details: { ownJudgment: { success: true, explanation: "Done." } } },
    ]);
  });
});

it("pairs old histories by place, for their observations name no cause", async () => {
  const { cause: _cause, ...old } = seen(2, 1, "a");
  expect(await stepsOf([run(1, "ls"), old], [{ ...run(1, "pwd") }, { ...old, content: "/" }])).toEqual([
    { source: "agent", action: "ls", observation: "a" },
    { source: "agent", action: "pwd", observation: "/" },
  ]);
});
