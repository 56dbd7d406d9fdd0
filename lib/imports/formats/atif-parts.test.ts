import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parsePath } from "#lib/testing/parse-source.ts";

type Said = { message: string } & Record<string, unknown>;

function document(steps: readonly Said[], more: object = {}) {
  return {
    schema_version: "ATIF-v1.7",
    session_id: "s",
    agent: { name: "toy", version: "1" },
    steps: steps.map((step, index) => ({ step_id: index + 1, source: "agent", ...step })),
    ...more,
  };
}

/** A step that hands work to sub-agents. */
function call(message: string, ...references: object[]): Said {
  return { message, observation: { results: [{ subagent_trajectory_ref: references }] } };
}

/** What the trajectories of a folder say, by file name. */
async function parseFolder(files: Record<string, unknown>) {
  const folder = await mkdtemp(join(tmpdir(), "carryover-atif-"));
  try {
    for (const [name, value] of Object.entries(files))
      await writeFile(join(folder, name), typeof value === "string" ? value : JSON.stringify(value));
    const { trajectories, problems } = await parsePath(folder);
    const said = trajectories.map(({ steps }) => steps.map(({ message }) => message).join(" "));
    return { said: said.sort(), trajectories, problems };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const begins = "Sub-agent toy begins.";
const ends = "Sub-agent toy ends.";

describe("a file that is part of another", () => {
  it("is read once, with the step that refers to it", async () => {
    const { said } = await parseFolder({
      "trajectory.json": document([call("ask", { trajectory_path: "helper.json" }), { message: "go on" }]),
      "helper.json": document([{ message: "help" }]),
    });
    expect(said).toEqual([`ask ${begins} help ${ends} go on`]);
  });

  it("is no file whose name only ends another's", async () => {
    const { said } = await parseFolder({
      "trajectory.json": document([call("ask", { trajectory_path: "trajectory.helper.json" })]),
      "trajectory.helper.json": document([{ message: "help" }]),
      "helper.json": document([{ message: "alone" }]),
    });
    expect(said).toEqual(["alone", `ask ${begins} help ${ends}`]);
  });

  it("is no file that a step only speaks of", async () => {
    const { said } = await parseFolder({
      "trajectory.json": document([{ message: 'I wrote "other.json" to the folder.' }]),
      "other.json": document([{ message: "alone" }]),
    });
    expect(said).toEqual(['I wrote "other.json" to the folder.', "alone"]);
  });

  it("is found by its name wherever the reference says it lay", async () => {
    const { said } = await parseFolder({
      "trajectory.json": document([call("ask", { trajectory_path: "/logs/../agent/helper.json" })]),
      "helper.json": document([{ message: "help" }]),
    });
    expect(said).toEqual([`ask ${begins} help ${ends}`]);
  });

  it("stands alone where nobody refers to it, and where the main one can't be read", async () => {
    const alone = document([{ message: "alone" }]);
    expect(
      (await parseFolder({ "trajectory.json": document([{ message: "a" }]), "b.json": alone })).said,
    ).toEqual(["a", "alone"]);
    expect((await parseFolder({ "trajectory.json": '{"steps": [', "b.json": alone })).said).toEqual([
      "alone",
    ]);
  });
});

describe("sub-agents", () => {
  const inner = (id: string, message: string) =>
    document([{ message }], { trajectory_id: id, session_id: id });

  it("are found inside the document, by either id, before any file", async () => {
    const { said } = await parseFolder({
      "trajectory.json": document(
        [
          call("ask", { trajectory_id: "a", trajectory_path: "helper.json" }),
          call("again", { session_id: "b" }),
        ],
        { subagent_trajectories: [inner("a", "first"), inner("b", "second")] },
      ),
    });
    expect(said).toEqual([`ask ${begins} first ${ends} again ${begins} second ${ends}`]);
  });

  it("follow each other where one step calls two", async () => {
    const { said } = await parseFolder({
      "trajectory.json": document([call("ask", { session_id: "b" }, { session_id: "a" })], {
        subagent_trajectories: [inner("a", "first"), inner("b", "second")],
      }),
    });
    expect(said).toEqual([`ask ${begins} second ${ends} ${begins} first ${ends}`]);
  });

  it.each([
    ["a file that is not there", { trajectory_path: "gone.json" }],
    ["no id and no path", {}],
    ["an id that is empty", { session_id: "" }],
    ["an id of nobody", { trajectory_id: "z" }],
  ])("that are %s leave the step as it is", async (_what, reference) => {
    const { said, problems } = await parseFolder({
      "trajectory.json": document([call("ask", reference)], {
        subagent_trajectories: [inner("a", "first")],
      }),
    });
    expect(said).toEqual(["ask"]);
    expect(problems).toEqual([]);
  });

  it("without a name are called so", async () => {
    const { said } = await parseFolder({
      "trajectory.json": document([call("ask", { session_id: "a" })], {
        subagent_trajectories: [{ ...inner("a", "first"), agent: {} }],
      }),
    });
    expect(said[0]).toContain("Sub-agent unnamed begins.");
  });
});

describe("continuations", () => {
  const main = document([{ message: "one" }], { final_metrics: { total_cost_usd: 1 } });
  const copied = { message: "one", is_copied_context: true };

  it("are read in the order of their numbers, more than nine of them too", async () => {
    const numbers = Array.from({ length: 11 }, (_, index) => index + 1);
    const files = numbers.map((number) => [
      `trajectory.cont-${number}.json`,
      document([copied, { message: `part ${number}` }]),
    ]);
    const { said } = await parseFolder({ "trajectory.json": main, ...Object.fromEntries(files) });
    expect(said).toEqual([["one", ...numbers.map((number) => `part ${number}`)].join(" ")]);
  });

  it("belong to the file they are named for", async () => {
    const { said } = await parseFolder({
      "a.json": document([{ message: "a" }]),
      "b.json": document([{ message: "b" }]),
      "b.cont-1.json": document([{ message: "more" }]),
    });
    expect(said).toEqual(["a", "b more"]);
  });

  it("are read without what they repeat; the first file's own steps all count", async () => {
    const { said } = await parseFolder({
      "trajectory.json": document([copied, { message: "two" }]),
      "trajectory.cont-1.json": document([copied, { message: "three", is_copied_context: false }]),
    });
    expect(said).toEqual(["one two three"]);
  });

  it("without a file to go on from are a trajectory of their own", async () => {
    const { said } = await parseFolder({ "trajectory.cont-1.json": document([{ message: "alone" }]) });
    expect(said).toEqual(["alone"]);
  });

  it("have the totals of all in their last, and none where it says none", async () => {
    const last = document([copied], { final_metrics: { total_cost_usd: 3, total_prompt_tokens: 7 } });
    const told = await parseFolder({ "trajectory.json": main, "trajectory.cont-1.json": last });
    expect(told.trajectories).toMatchObject([{ costUsd: 3, inputTokens: 7 }]);
    const silent = await parseFolder({
      "trajectory.json": main,
      "trajectory.cont-1.json": document([copied]),
    });
    expect(silent.trajectories).toMatchObject([{ costUsd: null, inputTokens: null }]);
  });

  it("that break a rule are told by their number and leave the trajectory in", async () => {
    const { said, problems } = await parseFolder({
      "trajectory.json": main,
      "trajectory.cont-1.json": document([{ message: "two", step_id: 5 }]),
    });
    expect(said).toEqual(["one two"]);
    expect(problems).toMatchObject([{ field: "cont-1: steps[0].step_id", rejects: null }]);
  });
});
