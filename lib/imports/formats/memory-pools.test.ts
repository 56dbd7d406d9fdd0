import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jsonLines, parseContent, parsePath } from "#lib/testing/parse-source.ts";

const pools = join(import.meta.dirname, "../fixtures/pools");

describe("every shape of a pool maps to a type, and says which", () => {
  it.each([
    ["carryover.jsonl", "carryover-memory/1", ["insight", "workflow", "summary", "trajectory"]],
    ["mtl/insight_memory.json", "mtl-pool -> insight", ["insight", "insight"]],
    ["mtl/workflow_memory.json", "mtl-pool -> workflow", ["workflow", "workflow"]],
    ["mtl/summary_memory_alpha.json", "mtl-pool -> summary", ["summary", "summary"]],
    ["mtl/trajectory_memory.jsonl", "mtl-pool -> trajectory", ["trajectory", "trajectory"]],
    ["mtl/older_items.json", "mtl-pool -> insight", ["insight", "insight"]],
    ["reme.jsonl", "reme -> insight", ["insight", "insight"]],
    ["reme_array.jsonl", "reme -> insight", ["insight"]],
    ["playbook.txt", "ace-playbook -> insight", ["insight", "insight", "insight"]],
    ["skillbook.json", "kayba-skillbook -> insight", ["insight", "insight"]],
    ["reasoning_bank.jsonl", "reasoning-bank -> insight", ["insight", "insight"]],
  ])("%s", async (name, sourceFormat, types) => {
    const { memories } = await parsePath(join(pools, name));
    expect(memories.map((memory) => memory.type)).toEqual(types);
    expect(new Set(memories.map((memory) => memory.sourceFormat))).toEqual(new Set([sourceFormat]));
    expect(new Set(memories.map((memory) => memory.importKey)).size).toBe(types.length);
  });
});

describe("MTL pools", () => {
  it("reads the writer's and the reader's spelling of a trajectory", async () => {
    const { memories } = await parsePath(join(pools, "mtl/trajectory_memory.jsonl"));
    expect(memories.map(({ content, outcome }) => [content, outcome])).toEqual([
      [
        {
          steps: [
            { action: "head a.csv", observation: "" },
            { action: "python3 merge.py", observation: "" },
          ],
        },
        "passed",
      ],
      [{ steps: [{ action: "ss -lnt", observation: "State Recv-Q" }] }, "failed"],
    ]);
  });

  it("reads summaries flat and nested, and prefers the key's vector", async () => {
    const { memories } = await parsePath(join(pools, "mtl/summary_memory_alpha.json"));
    expect(memories.map(({ content }) => Object.keys(content as object))).toEqual([
      ["taskSummary", "experience"],
      ["taskSummary", "experience"],
    ]);
    expect(memories.map(({ embeddings }) => embeddings[0])).toEqual([
      { model: "text-embedding-3-small", dimensions: 4, vector: [0, 0, 1, 0] },
      { model: "text-embedding-3-small", dimensions: 4, vector: [0, 0, 0, 2] },
    ]);
  });

  it("reads an older item's Markdown by its headings", async () => {
    const { memories } = await parsePath(join(pools, "mtl/older_items.json"));
    expect(memories[0]?.content).toEqual({
      title: "Read the error to its end",
      description: "Long errors",
      content: "The cause often stands in the last line.",
    });
  });

  it("imports a memory without a vector that is none, and says so", async () => {
    const { memories, problems } = await parseContent("pool.json", [
      {
        benchmark: "b",
        task_name: "t",
        task: "x",
        workflow: { goal: "g", workflow: ["s"] },
        key_embedding: [1, "2"],
      },
    ]);
    expect(memories[0]?.embeddings).toEqual([]);
    expect(problems).toMatchObject([{ field: "[0].key_embedding[1]", rejects: null }]);
  });
});

describe("ReMe", () => {
  it("takes outcome, tags and writer from where its rows keep them", async () => {
    const { memories, problems } = await parsePath(join(pools, "reme.jsonl"));
    expect(memories[0]).toMatchObject({
      benchmark: "toy_world",
      task: "List my orders.",
      outcome: "failed",
      tags: ["task", "failure", "auth"],
      generator: "toy-model",
      content: { title: "When an API wants a token", description: "Calls that need a token" },
    });
    expect(memories[1]?.content).toMatchObject({ content: "Go on until a page comes back empty." });
    expect(problems).toMatchObject([{ line: 3, field: "when_to_use", rejects: "memories" }]);
  });

  it.each([
    [{ tags: ["a", 7] }, "metadata.tags", "found [7]"],
    [{ tags: "a,b" }, "metadata.tags", 'found "a,b"'],
    [{ extra_info: { tags: ["a", null] } }, "metadata.extra_info.tags", "found [null]"],
  ])("keeps the texts of a row's tags and tells what else is in %j", async (metadata, field, found) => {
    const row = { memory_id: "m", when_to_use: "w", content: "c", metadata };
    const lines = await parseContent("reme.jsonl", jsonLines(row, { ...row, memory_id: "n" }));
    expect(lines.memories).toHaveLength(2);
    expect(lines.problems).toMatchObject(
      [1, 2].map((line) => ({ line, field, reason: expect.stringContaining(found), rejects: null })),
    );
    const saved = await parseContent("reply.json", { metadata: { memory_list: [row] } });
    expect(saved.problems).toMatchObject([{ field: `metadata.memory_list[0].${field}` }]);
    expect(saved.memories[0]?.tags).toEqual(found.includes("[") ? ["a"] : []);
  });

  it("finds the list inside a saved reply", async () => {
    const row = { memory_id: "m", when_to_use: "w", content: "c" };
    const { memories, format } = await parseContent("reply.jsonl", {
      answer: "",
      metadata: { memory_list: [row] },
    });
    expect([format, memories.length]).toEqual(["reme", 1]);
  });
});

describe("ACE playbooks", () => {
  it("keeps lines after a bullet with it, and counters as tags", async () => {
    const { memories } = await parsePath(join(pools, "playbook.txt"));
    expect(memories.map(({ id, tags }) => [id, tags])).toEqual([
      ["shr-00001", []],
      ["shr-00002", ["helpful:3", "harmful:1"]],
      ["code-00003", ["helpful:0", "harmful:0"]],
    ]);
    expect(memories[1]?.content).toEqual({
      title: "Work in small steps.",
      description: "STRATEGIES AND HARD RULES",
      content: "Work in small steps. Look at the result of each.",
    });
    expect((memories[2]?.content as { content: string } | undefined)?.content).toContain("for i in 1 2 3");
  });
});

describe("Kayba and ReasoningBank", () => {
  it("imports a retired skill deprecated", async () => {
    const { memories, problems } = await parsePath(join(pools, "skillbook.json"));
    expect(memories.map(({ lifecycle }) => lifecycle)).toEqual(["active", "deprecated"]);
    expect(problems).toMatchObject([{ field: "skills.greet-00003.content" }]);
  });

  it("reads Markdown items and objects, and the row's status", async () => {
    const { memories, problems } = await parsePath(join(pools, "reasoning_bank.jsonl"));
    expect(
      memories.map(({ taskName, outcome, content }) => [
        taskName,
        outcome,
        (content as { title: string }).title,
      ]),
    ).toEqual([
      ["web-7", "passed", "Sort before you compare"],
      ["web-8", "failed", "Confirm the dialogue"],
    ]);
    expect(problems).toMatchObject([{ line: 3, field: "memory_items" }]);
  });
});

describe("carryover-memory/1", () => {
  const fine = { type: "insight", benchmark: "b", content: { title: "t", description: "d", content: "c" } };
  it.each([
    [{ ...fine, type: "hunch" }, "type", "not one of the four"],
    [{ ...fine, benchmark: " " }, "benchmark", "a benchmark's name is its identity"],
    [{ ...fine, outcome: "errored" }, "outcome", "a memory's outcome is no trial's"],
    [{ ...fine, lifecycle: "retired" }, "lifecycle", "unknown lifecycle"],
    [{ ...fine, validUntil: "soon" }, "validUntil", "no time"],
    [{ ...fine, content: "text" }, "content", "content is an object"],
    [{ ...fine, embeddings: {} }, "embeddings", "a list"],
    [
      { ...fine, embeddings: [{ model: "m", dimensions: 3, vector: [1, 2] }] },
      "embeddings[0].dimensions",
      "they disagree",
    ],
    [
      { ...fine, embeddings: [{ model: "m", dimensions: 2, vector: [1, null] }] },
      "embeddings[0].vector[1]",
      "not a number",
    ],
    [{ ...fine, id: 5 }, "id", "dropped, it would make another memory"],
    [{ ...fine, validUntil: "2026-02-30" }, "validUntil", "no day of the calendar"],
    [
      { ...fine, validFrom: "2026-05-01", validUntil: "2026-04-01" },
      "validUntil",
      "it ends before it begins",
    ],
    [{ ...fine, benchmark: "b".repeat(5000) }, "benchmark", "longer than an index entry"],
  ] as [object, string, string][])("refuses %j at %s: %s", async (row, field) => {
    const { problems, memories } = await parseContent("pool.jsonl", jsonLines(fine, row));
    expect(memories).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 2, field, rejects: "memories" }]);
  });

  it.each([
    [{ tags: "a,b" }, "tags", 'Expected a list of strings, found "a,b": left out.'],
    [{ tags: [1, null] }, "tags", "Expected a list of strings, found [1,null]: left out."],
    [{ taskName: 7 }, "taskName", "Expected a string, found 7: left out."],
    [{ generator: {} }, "generator", "Expected a string, found {}: left out."],
  ])("imports a memory without %j and says so", async (wrong, field, reason) => {
    const { problems, memories } = await parseContent("pool.jsonl", jsonLines(fine, { ...fine, ...wrong }));
    expect(memories).toHaveLength(2);
    expect(problems).toMatchObject([{ line: 2, field, reason, rejects: null }]);
  });

  it("reads words of a list in any case, also in the first row", async () => {
    const shouted = { ...fine, type: "Insight", outcome: "PASSED", lifecycle: "Deprecated" };
    const { format, memories, problems } = await parseContent("pool.jsonl", jsonLines(shouted, fine));
    expect(format).toBe("carryover-memory/1");
    expect(problems).toEqual([]);
    expect(memories[0]).toMatchObject({ type: "insight", outcome: "passed", lifecycle: "deprecated" });
  });

  it("reads a time without a zone as UTC, whatever the machine's", async () => {
    const { memories } = await parseContent("pool.jsonl", { ...fine, validUntil: "2026-05-01T10:00:00" });
    expect(memories[0]?.validUntil).toBe("2026-05-01T10:00:00.000Z");
    const named = await parseContent("pool.jsonl", { ...fine, validUntil: "2026-05-01" });
    expect(named.memories[0]?.validUntil).toBe("2026-05-02T00:00:00.000Z");
  });
});
