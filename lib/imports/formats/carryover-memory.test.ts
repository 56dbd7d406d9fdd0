import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { jsonLines, parseContent } from "#lib/testing/parse-source.ts";

const insight = { title: "t", description: "d", content: "c" };
const fine = { type: "insight", benchmark: "b", content: insight };

async function parsed(part: object) {
  return parseContent("pool.jsonl", jsonLines(fine, { ...fine, ...part }));
}

describe("a row of our own format", () => {
  it("has a default for all that it leaves out", async () => {
    const { memories, problems } = await parseContent("pool.jsonl", fine);
    expect(problems).toEqual([]);
    expect(memories).toMatchObject([
      {
        taskName: "",
        task: "",
        outcome: "unknown",
        lifecycle: "active",
        validFrom: null,
        validUntil: null,
        tags: [],
        generator: null,
        sourceModel: null,
        id: null,
        embeddings: [],
      },
    ]);
  });

  it("reads null as left out", async () => {
    const names =
      "taskName task outcome id lifecycle validFrom validUntil tags generator sourceModel embeddings";
    const nulls = Object.fromEntries(names.split(" ").map((name) => [name, null]));
    const { memories, problems } = await parseContent("pool.jsonl", jsonLines(fine, { ...fine, ...nulls }));
    expect(problems).toEqual([]);
    const [bare, named] = memories.map(({ line: _line, ...rest }) => rest);
    expect(named).toEqual(bare);
  });

  it("tells of each field it does not know, by line and name, and is imported", async () => {
    const { memories, problems } = await parsed({ mood: 1, "": 2, Benchmark: "x" });
    expect(memories).toHaveLength(2);
    expect(problems.map(({ line, field }) => [line, field])).toEqual([
      [2, "mood"],
      [2, ""],
      [2, "Benchmark"],
    ]);
  });

  it.each([
    [{ type: null }, "type"],
    [{ type: 5 }, "type"],
    [{ benchmark: 5 }, "benchmark"],
    [{ outcome: false }, "outcome"],
    [{ id: "" }, "id"],
    [{ validFrom: "2026-13-01" }, "validFrom"],
    [{ validFrom: "2026-05-02", validUntil: "2026-05-01T23:59:59Z" }, "validUntil"],
    [{ content: [] }, "content"],
    [{ content: null }, "content"],
    [{ embeddings: [{ dimensions: 1, vector: [1] }] }, "embeddings[0]"],
    [{ embeddings: ["x"] }, "embeddings[0]"],
    [{ embeddings: [{ model: "m", dimensions: 0, vector: [] }] }, "embeddings[0].vector"],
    [{ embeddings: [{ model: "m", dimensions: 2, vector: [0, 0] }] }, "embeddings[0].vector"],
    [{ embeddings: [{ model: "m", dimensions: 1, vector: [1e39] }] }, "embeddings[0].vector[0]"],
  ])("is refused with %j, and leaves the row before it in", async (part, field) => {
    const { memories, problems } = await parsed(part);
    expect(memories).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 2, field, rejects: "memories" }]);
  });

  it("tells one fault a row, the first, so that a bad row is one problem", async () => {
    const { problems } = await parsed({ type: "x", benchmark: 5, outcome: "x", content: 1, mood: 1 });
    expect(problems).toMatchObject([{ field: "type" }]);
  });

  it("may be valid for one day, whose end is included, and not for none", async () => {
    const day = await parsed({ validFrom: "2026-05-01", validUntil: "2026-05-01" });
    expect(day.memories[1]).toMatchObject({
      validFrom: "2026-05-01T00:00:00.000Z",
      validUntil: "2026-05-02T00:00:00.000Z",
    });
    const time = "2026-05-01T10:00:00Z";
    expect((await parsed({ validFrom: time, validUntil: time })).problems).toMatchObject([
      { field: "validUntil", rejects: "memories" },
    ]);
  });

  it("names the place of an element of a list, and the kind of one that is no row", async () => {
    const { memories, problems } = await parseContent("pool.json", [
      fine,
      5,
      null,
      [fine],
      { ...fine, id: 1 },
    ]);
    expect(memories).toHaveLength(1);
    expect(problems.map(({ field }) => field)).toEqual(["[1]", "[2]", "[3]", "[4].id"]);
    expect(problems.every(({ rejects }) => rejects === "memories")).toBe(true);
  });

  it("that is no JSON is told with its line, blank lines counted", async () => {
    const { memories, problems } = await parseContent("pool.jsonl", `\n${jsonLines(fine)}\n\n{"type": \n`);
    expect(memories).toMatchObject([{ line: 2 }]);
    expect(problems).toMatchObject([{ line: 4, rejects: "memories" }]);
  });
});

describe("the key of a memory", () => {
  const keyOf = async (row: object) => (await parseContent("pool.jsonl", row)).memories[0]?.importKey;

  it("is its id where it has one, whatever else changes", async () => {
    const key = await keyOf({ ...fine, id: "m-1" });
    expect(await keyOf({ ...fine, id: "m-1", content: { ...insight, title: "other" } })).toBe(key);
    expect(await keyOf({ ...fine, id: "m-2" })).not.toBe(key);
  });

  it("fits an index, also of a long id, and tells two long ids apart", async () => {
    const long = "é".repeat(5000);
    const [one, two] = [await keyOf({ ...fine, id: `${long}1` }), await keyOf({ ...fine, id: `${long}2` })];
    expect(Buffer.byteLength(one ?? "")).toBeLessThan(1100);
    expect(one).not.toBe(two);
  });

  it("without an id is what it says, in whatever order its fields stand", async () => {
    const random = seededRandom(29);
    const row = { ...fine, taskName: "n", content: { ...insight } };
    const key = await keyOf(row);
    for (let round = 0; round < 10; round += 1) {
      const content = Object.fromEntries(shuffled(Object.entries(row.content), random));
      const turned = Object.fromEntries(shuffled(Object.entries({ ...row, content }), random));
      expect(await keyOf(turned)).toBe(key);
    }
    for (const part of [{ benchmark: "x" }, { taskName: "x" }, { content: { ...insight, content: "x" } }])
      expect(await keyOf({ ...row, ...part })).not.toBe(key);
  });

  it("without an id is not what was learned about it since", async () => {
    const part = { outcome: "passed", lifecycle: "deprecated", tags: ["a"], validFrom: "2026-01-01" };
    expect(await keyOf({ ...fine, ...part })).toBe(await keyOf(fine));
  });
});
