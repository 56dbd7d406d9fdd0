import { describe, expect, it } from "vitest";
import { parseContent } from "#lib/testing/parse-source.ts";

const step = { action: "ls\n", observation: "a.py", thought: "Look." };
const task = { role: "user", content: "Mend it." };

function trajectory(part: object = {}) {
  return { trajectory: [step], history: [task], info: {}, ...part };
}

async function parsed(part: object = {}, name = "toy.traj") {
  const { trajectories } = await parseContent(name, trajectory(part));
  return trajectories[0];
}

describe("a step of a .traj", () => {
  it.each([
    ["its three parts", step, { reasoning: "Look.", action: "ls", observation: "a.py" }],
    ["a thought of blanks as none", { ...step, thought: " \n" }, { action: "ls", observation: "a.py" }],
    ["nothing as an empty step", {}, { action: "", observation: "" }],
    ["line ends inside a command", { action: "a\n\nb\n\n" }, { action: "a\n\nb", observation: "" }],
    [
      "what is no text as nothing",
      { action: 7, observation: null, thought: [] },
      { action: "", observation: "" },
    ],
    ["an observation in parts", { observation: [{ text: "a" }, "b"] }, { action: "", observation: "a\nb" }],
  ])("is read with %s", async (_what, raw, read) => {
    const found = await parsed({ trajectory: [raw] });
    expect(found?.steps.slice(1)).toEqual([{ source: "agent", ...read }]);
  });

  it.each([
    [null, "null"],
    ["ls", "string"],
    [[], "list"],
  ])("that is %j rejects the trajectory, whole, and names its place", async (raw, kind) => {
    const { records } = await parseContent("toy.traj", trajectory({ trajectory: [step, raw, step] }));
    expect(records).toMatchObject([
      { field: "trajectory[1]", rejects: "trajectories", reason: expect.stringContaining(kind) },
    ]);
    expect(records).toHaveLength(1);
  });
});

describe("the task of a .traj", () => {
  it.each([
    [
      "the first user's message",
      [{ role: "system", content: "s" }, task, { ...task, content: "b" }],
      "Mend it.",
    ],
    ["no demonstration", [{ ...task, content: "demo", is_demo: true }, task], "Mend it."],
    ["a message whose mark says no", [{ ...task, is_demo: false }], "Mend it."],
    ["a message in parts", [{ role: "user", content: [{ type: "text", text: "Mend." }] }], "Mend."],
    ["nothing, where no user spoke", [{ role: "system", content: "s" }, null, "x"], null],
    ["nothing, where there is no history", [], null],
  ])("is %s", async (_what, history, statement) => {
    const found = await parsed({ history });
    expect(found?.statement).toBe(statement);
    expect(found?.steps[0]?.source).toBe(statement === null ? "agent" : "user");
  });

  it.each([
    ["a.b.traj", "a.b"],
    ["toy.traj.json", "toy.traj.json"],
  ])("is named for its file: %s is %s", async (name, taskName) => {
    expect((await parsed({}, name))?.taskName).toBe(taskName);
  });
});

describe("how it ended", () => {
  it.each([
    ["submitted", null],
    ["submitted (exit_cost)", null],
    ["exit_cost", null],
    ["exit_context", null],
    ["early_exit", null],
    ["Submitted", null],
    ["exit_total_execution_time", null],
    ["exit_error", "exit_error"],
    ["exit_format", "exit_format"],
    ["not submitted", "not submitted"],
    [" ", null],
  ])("%j is the error %j", async (exit_status, error) => {
    expect((await parsed({ info: { exit_status } }))?.error).toBe(error);
  });
});

describe("the model of a .traj", () => {
  const config = { agent: { model: { name: "toy/model-1" } } };
  it.each([
    ["an object", config, "toy/model-1"],
    ["a JSON text", JSON.stringify(config), "toy/model-1"],
    ["a text that is no JSON", "{agent", null],
    ["a JSON text that is no object", "5", null],
    ["nothing", undefined, null],
  ])("is read of a replay configuration that is %s", async (_what, replay_config, model) => {
    expect((await parsed({ replay_config }))?.model).toBe(model);
  });
});

describe("what MLGym's dialect adds", () => {
  const stats = { instance_cost: 3, total_cost: 9 };
  it.each([
    ["the instance's cost", { ...stats, task_cost: 1 }, 3],
    ["the task's", { task_cost: 1, total_cost: 9 }, 1],
    ["the total", { total_cost: 9 }, 9],
    ["none", {}, null],
  ])("is a cost: %s", async (_what, model_stats, costUsd) => {
    expect((await parsed({ info: { model_stats } }))?.costUsd).toBe(costUsd);
  });

  it("is known by its scores or its cost of a task, and is SWE-agent's own without either", async () => {
    const agents = [{ score: [] }, { model_stats: { task_cost: null } }, { score: 0.5, model_stats: stats }];
    const found = await Promise.all(agents.map((info) => parsed({ info })));
    expect(found.map((one) => [one?.agent, one?.benchmark])).toEqual([
      ["MLGym", "MLGym"],
      ["MLGym", "MLGym"],
      ["SWE-agent", null],
    ]);
    expect(found.map((one) => one && "scores" in one)).toEqual([true, true, false]);
  });

  it.each<[unknown[], number | null, object | null, string]>([
    [[{ a: 1 }, { a: 2 }], 2, { a: 2 }, "the last counts"],
    [[{ a: 1 }, {}], null, {}, "the last says nothing"],
    [[{ a: "1" }], null, { a: null }, "no number"],
    [[{ a: 0 }], 0, { a: 0 }, "zero is a score"],
    [[{ a: -1.5 }], -1.5, { a: -1.5 }, "a loss may be below 0"],
    [[{ a: 1, b: 2 }], null, { a: 1, b: 2 }, "of two none is the score"],
    [[{ a: 1 }, null], null, null, "the last is none"],
    [[], null, null, "none at all"],
  ])("of the scores %j takes %j: %j, %s", async (score, reward, scores) => {
    expect(await parsed({ info: { score } })).toMatchObject({ reward, scores });
  });

  it.each(["instance_cost", "task_cost"])("tells of a %s that is none, with its field", async (name) => {
    const info = { model_stats: { [name]: -1, tokens_sent: 1.4 } };
    const { problems, trajectories } = await parseContent("toy.traj", trajectory({ info }));
    expect(problems).toMatchObject([{ field: `info.model_stats.${name}`, rejects: null }]);
    expect(trajectories).toMatchObject([{ costUsd: null, inputTokens: 1 }]);
  });
});

describe("MLGym's results", () => {
  it("tell of a baseline that is none, and keep the agent's scores", async () => {
    const { records } = await parseContent("results.json", { agent: [{ a: 1 }], baseline: [0.5] });
    expect(records).toMatchObject([
      { kind: "problem", field: "baseline", rejects: null, reason: expect.stringContaining("list") },
      { kind: "scores", agent: { a: 1 }, baseline: null },
    ]);
  });

  it("tell of each metric of the baseline that is no number", async () => {
    const baseline = { a: "0.5", b: 1, c: null };
    const { problems, records } = await parseContent("results.json", { agent: [], baseline });
    expect(problems.map(({ field }) => field)).toEqual(["baseline.a", "baseline.c"]);
    expect(records.at(-1)).toMatchObject({ agent: null, baseline: { a: null, b: 1, c: null } });
  });

  it.each([{ agent: [1] }, { agent: {} }, { agent: [], other: 1 }, { baseline: { a: 1 } }])(
    "are not %j",
    async (content) => {
      expect((await parseContent("results.json", content)).format).not.toBe("mlgym-results");
    },
  );
});
