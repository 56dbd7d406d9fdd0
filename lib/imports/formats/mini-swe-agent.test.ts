import { describe, expect, it } from "vitest";
import { parseContent } from "#lib/testing/parse-source.ts";

const system = { role: "system", content: "You are an agent." };
const user = { role: "user", content: "Mend it." };
const act = { role: "assistant", content: "```bash\nls\n```" };
const reply = (usage: object) => ({ ...act, extra: { response: { usage } } });

function document(part: object = {}) {
  return { trajectory_format: "mini-swe-agent-1", info: {}, messages: [system, user, act], ...part };
}

describe("what a mini-swe-agent trajectory is known by", () => {
  it.each([
    ["its format", { trajectory_format: "mini-swe-agent-1.1", messages: [system] }, "mini-swe-agent"],
    ["its model's statistics", { info: { model_stats: {} }, messages: [system] }, "mini-swe-agent"],
    ["a list with a command", [system, user, act], "mini-swe-agent"],
    ["a list with what the harness noted", [system, { role: "assistant", extra: {} }], "mini-swe-agent"],
    ["nothing, where no list of messages is", { trajectory_format: "mini-swe-agent-1" }, null],
    ["nothing, where another format is named", { trajectory_format: "other-1", messages: [system] }, null],
  ])("%s", async (_what, content, format) => {
    expect((await parseContent("a.json", content)).format).toBe(format);
  });

  it.each([
    ["no system message first", [user, act]],
    ["a message without a role", [system, { content: "x" }, act]],
    ["one message", [system]],
    ["no command", [system, user, { role: "assistant", content: "Hello." }]],
  ])("takes a list with %s for none", async (_what, content) => {
    expect((await parseContent("a.json", content)).format).not.toBe("mini-swe-agent");
  });
});

describe("what its header says", () => {
  it.each([
    ["Submitted", null],
    ["submitted", null],
    ["LimitsExceeded", null],
    ["", null],
    ["RetryError", "RetryError"],
    ["limitsexceeded", "limitsexceeded"],
  ])("ends %j with the error %j", async (exit_status, error) => {
    const { trajectories } = await parseContent("a.json", document({ info: { exit_status } }));
    expect(trajectories).toMatchObject([{ error }]);
  });

  it.each([
    ["toy.traj.json", "toy"],
    ["toy.TRAJ.JSON", "toy"],
    ["toy.json", "toy"],
    ["toy__a-1.b.traj.json", "toy__a-1.b"],
  ])("names the task of %s %s where it names none", async (name, taskName) => {
    expect((await parseContent(name, document())).trajectories).toMatchObject([{ taskName }]);
    const named = await parseContent(name, document({ instance_id: "own" }));
    expect(named.trajectories).toMatchObject([{ taskName: "own" }]);
  });

  it.each([
    ["<pr_description>\nLate.\n</pr_description> more", "Late."],
    ["<pr_description>Consider the following PR description:\nLate.</pr_description>", "Late."],
    ["<pr_description>Late.", "<pr_description>Late."],
    ["  Late.\n", "Late."],
  ])("reads the task of %j as %j", async (content, statement) => {
    const messages = [system, { role: "user", content }, act];
    expect((await parseContent("a.json", document({ messages }))).trajectories).toMatchObject([
      { statement },
    ]);
  });

  it("has no statement where no user spoke", async () => {
    const { trajectories } = await parseContent("a.json", document({ messages: [system, act] }));
    expect(trajectories).toMatchObject([{ statement: null, startedAt: null }]);
  });
});

describe("tokens and cost", () => {
  it.each([
    ["none where no reply says", [act], [null, null]],
    ["those of one reply", [reply({ prompt_tokens: 3, completion_tokens: 1 })], [3, 1]],
    [
      "the sum, where a reply says nothing or no number",
      [reply({ prompt_tokens: 3 }), act, reply({ prompt_tokens: 4, completion_tokens: "many" })],
      [7, null],
    ],
    ["none, where they are more than a count can be", [reply({ prompt_tokens: 2 ** 31 })], [null, null]],
  ])("counts %s", async (_what, replies, [inputTokens, outputTokens]) => {
    const { trajectories } = await parseContent("a.json", document({ messages: [system, user, ...replies] }));
    expect(trajectories).toMatchObject([{ inputTokens, outputTokens }]);
  });

  it.each([-1, "1.5", [1]])("imports a trajectory without the cost %j and tells its field", async (cost) => {
    const info = { model_stats: { instance_cost: cost } };
    const { trajectories, problems } = await parseContent("a.json", document({ info }));
    expect(trajectories).toMatchObject([{ costUsd: null }]);
    expect(problems).toMatchObject([{ field: "info.model_stats.instance_cost", rejects: null }]);
  });

  it("keeps a cost of nothing", async () => {
    const info = { model_stats: { instance_cost: 0 } };
    expect((await parseContent("a.json", document({ info }))).trajectories).toMatchObject([{ costUsd: 0 }]);
  });
});

describe("a message that is none", () => {
  it.each([
    [null, "messages[2].role"],
    ["text", "messages[2].role"],
    [{ role: 7, content: "x" }, "messages[2].role"],
  ])("rejects the trajectory with %j, whole, and names its place", async (message, field) => {
    const { trajectories, problems } = await parseContent(
      "a.json",
      document({ messages: [system, user, message, act] }),
    );
    expect(trajectories).toEqual([]);
    expect(problems).toMatchObject([{ field, rejects: "trajectories" }]);
  });

  it("reads a trajectory without a message as one without a step", async () => {
    const { trajectories } = await parseContent("a.json", document({ messages: [] }));
    expect(trajectories).toMatchObject([{ steps: [], statement: null }]);
  });
});
