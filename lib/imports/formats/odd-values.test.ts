import { describe, expect, it } from "vitest";
import { jsonLines, parseContent } from "#lib/testing/parse-source.ts";

// What a source holds and can't be kept is told with its line and field: nothing is dropped without a word.

const mtl = { benchmark: "b", task_name: "t", task: "x" };
const insight = { type: "insight", benchmark: "b", content: { title: "t", description: "d", content: "c" } };
const reme = { when_to_use: "w", content: "c" };
const history = [{ action: "run", args: { command: "ls" } }];

describe("what is left out is told, and the rest imported", () => {
  it.each([
    [
      "a step of an MTL workflow",
      "pool.json",
      [{ ...mtl, workflow: { goal: "g", workflow: ["s", { step: "t" }] } }],
      { line: null, field: "[0].workflow.workflow[1]" },
    ],
    [
      "a step of a flat workflow",
      "pool.jsonl",
      jsonLines({ ...mtl, type: "workflow", workflow: ["s", 5], goal: "g" }),
      { line: 1, field: "workflow[1]" },
    ],
    [
      "a command of an MTL trajectory",
      "pool.jsonl",
      jsonLines({ ...mtl, commands: ["ls", ["cat a", "text"], { cmd: "x" }] }),
      { line: 1, field: "commands[2]" },
    ],
    [
      "a message of an MTL trajectory",
      "pool.json",
      [{ ...mtl, trajectory: [{ role: "assistant", message: "ls" }, "text"] }],
      { line: null, field: "[0].trajectory[1]" },
    ],
    [
      "a task's id",
      "bank.jsonl",
      jsonLines({ query: "q", task_id: { a: 1 }, memory_items: ["Sort first."] }),
      { line: 1, field: "task_id" },
    ],
    ["a memory's id", "reme.jsonl", jsonLines({ memory_id: [5], ...reme }), { line: 1, field: "memory_id" }],
    [
      "a workspace",
      "reme.jsonl",
      jsonLines({ memory_id: "m", workspace_id: 1.5, ...reme }),
      { line: 1, field: "workspace_id" },
    ],
    [
      "a retrieved memory",
      "log.txt",
      'x\n<memory_items>[null, {"memory": {"insight": {"title": "a"}}}]</memory_items>',
      { line: 2, field: "memory_items[0]" },
    ],
    [
      "several rewards without a name that decides",
      "result.json",
      { task_name: "t", trial_name: "x", verifier_result: { rewards: { accuracy: 1, speed: 2 } } },
      { line: null, field: "verifier_result.rewards" },
    ],
    [
      "ids of a report",
      "report.json",
      { total_instances: 3, resolved_ids: ["a"], unresolved_ids: [5, "b"] },
      { line: null, field: "unresolved_ids", rejects: "trials" },
    ],
  ] as [string, string, unknown, object][])("%s", async (_what, name, content, told) => {
    const { problems, records } = await parseContent(name, content);
    expect(problems).toMatchObject([{ rejects: null, ...told }]);
    expect(records.length).toBeGreaterThan(1);
  });
});

describe("a row that would be taken for another is refused", () => {
  it("a second vector of one model, which could not be stored", async () => {
    const embedding = { model: "m", dimensions: 2, vector: [1, 0] };
    const other = { model: "m", dimensions: 3, vector: [1, 0, 0] };
    const twice = await parseContent("pool.jsonl", { ...insight, embeddings: [embedding, other, embedding] });
    expect(twice.problems).toMatchObject([{ line: 1, field: "embeddings[2].model", rejects: "memories" }]);
    const fine = await parseContent("pool.jsonl", { ...insight, embeddings: [embedding, other] });
    expect(fine.memories[0]?.embeddings).toEqual([embedding, other]);
  });

  it("a trial of OpenHands without a name, which would be an attempt at the file's", async () => {
    const lines = jsonLines(
      { instance_id: 7, history },
      { instance_id: null, history },
      { instance_id: "8", history },
    );
    const { trajectories, problems } = await parseContent("output.jsonl", lines);
    expect(trajectories.map(({ taskName }) => taskName)).toEqual(["7", "8"]);
    expect(problems).toMatchObject([{ line: 2, field: "instance_id", rejects: "trajectories" }]);
  });
});

describe("words of other tools", () => {
  it.each([
    [{ llm_judgement: "FAIL. It did not pass the tests." }, [{ kind: "judgement", passed: false }]],
    [{ llm_judgement: "unclear", llm_judgement_bool: true }, [{ kind: "judgement", passed: true }]],
    [{ llm_judgement: "It did not pass" }, [{ kind: "problem", field: "judgement" }]],
  ])("reads the judgement %j", async (judgement, records) => {
    expect((await parseContent("llm_judgement.json", judgement)).records).toMatchObject(records);
  });

  it.each([
    [undefined, "active"],
    [null, "active"],
    ["active", "active"],
    ["invalid", "deprecated"],
  ])("takes a skill of status %j for %s", async (status, lifecycle) => {
    const skills = { a: { content: "Read the error first.", section: "s", status } };
    const { memories } = await parseContent("skills.json", { skills, sections: { s: ["a"] } });
    expect(memories).toMatchObject([{ lifecycle, tags: ["s"] }]);
  });

  it("names a flat SWE-bench verdict for its folder, also where the file is given alone", async () => {
    const { records } = await parseContent("report.json", { patch_exists: true, resolved: false });
    expect(records).toMatchObject([{ kind: "verdict", outcome: "failed" }]);
    expect(records[0]).toHaveProperty("taskName", expect.stringMatching(/^carryover-parse-/));
  });
});

describe("CSV of an export", () => {
  const head = "id,type,benchmark,task,content_json,tags\r\n";
  const row = ',insight,b,x,"{""title"":""t"",""description"":""d"",""content"":""c""}",a; b\r\n';

  it.each([
    ["an open cell", `${head}${row},insight,b,"x\r\n`, { line: 3, reason: "A quoted cell is not closed." }],
    ["no content", `${head},insight,b,x,,\r\n${row}`, { line: 2, field: "content_json" }],
    [
      "an unknown type behind a row of two lines",
      `${head}${row.replace(",x,", ',"x\r\ny",')}${row.replace("insight", "hunch")}`,
      { line: 4, field: "type" },
    ],
    [
      "bytes that are no text",
      Buffer.concat([Buffer.from(`${head}${row}`), Buffer.from([0x61, 0xff, 0x0d, 0x0a])]),
      { line: 3 },
    ],
  ])("names the line of %s, and imports the others", async (_what, content, told) => {
    const { format, memories, problems } = await parseContent("pool.csv", content);
    expect(format).toBe("carryover-csv");
    expect(memories).toMatchObject([{ benchmark: "b", tags: ["a", "b"], content: { title: "t" } }]);
    expect(problems).toMatchObject([{ ...told, rejects: "memories" }]);
  });

  it("reads a cell of many lines once: 12 MB behind an open quote take no minutes", async () => {
    const open = `${head},insight,b,"${`${"text, ".repeat(170)}\r\n`.repeat(12_000)}`;
    const { problems } = await parseContent("pool.csv", open);
    expect(problems).toMatchObject([{ line: 2, reason: "A quoted cell is not closed." }]);
  });
});
