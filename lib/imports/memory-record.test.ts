import { describe, expect, it } from "vitest";
import { findLongName } from "./check-names.ts";
import { headingOf, memoryRecord } from "./memory-record.ts";
import { importRequest } from "./schema.ts";

const known = {
  path: "pool.jsonl",
  line: 1,
  type: "insight" as const,
  content: { title: "t", description: "d", content: "c" },
  sourceFormat: "mtl -> insight",
};
const keyOf = (fields: object = {}) => memoryRecord({ ...known, ...fields }).importKey;

describe("the key of a memory record", () => {
  it("is of what the record says, not of where it lies", () => {
    expect(keyOf({ path: "other.jsonl", line: 99, tags: ["x"] })).toBe(keyOf());
    expect(keyOf({ content: { content: "c", description: "d", title: "t" } })).toBe(keyOf());
  });

  it.each([{ benchmark: "b" }, { taskName: "u" }, { type: "workflow" }, { content: { title: "u" } }])(
    "is another with %j",
    (fields) => {
      expect(keyOf(fields)).not.toBe(keyOf());
    },
  );

  it("is the source's own where it has ids, under the name of the format", () => {
    expect(keyOf({ keyParts: ["pool", 7] })).toBe("mtl:pool:7");
    expect(keyOf({ keyParts: ["pool", 7], content: {} })).toBe("mtl:pool:7");
    expect(keyOf({ keyParts: ["pool", 7], sourceFormat: "reme" })).toBe("reme:pool:7");
  });

  it("stays short enough for an index, counted in bytes, and stays one of its own", () => {
    const fits = keyOf({ keyParts: ["x".repeat(1000)] });
    expect(fits).toBe(`mtl:${"x".repeat(1000)}`);
    const long = ["x".repeat(1001), `${"x".repeat(1000)}y`, "日".repeat(334)].map((id) =>
      keyOf({ keyParts: [id] }),
    );
    expect(new Set(long).size).toBe(3);
    for (const key of long) expect(Buffer.byteLength(key)).toBeLessThan(100);
  });
});

describe("headingOf", () => {
  it.each([
    ["Run the tests. Then commit.", "Run the tests."],
    ["Is it done yet? No.", "Is it done yet?"],
    // A point inside a word ends no sentence, nor does one after a few letters.
    ["Use main.py of version 1.2.3 for it", "Use main.py of version 1.2.3 for it"],
    ["E.g. this. Is one sentence.", "E.g. this. Is one sentence."],
    ["  \n first line \nsecond", "first line "],
    ["", ""],
  ])("of %j is %j", (text, heading) => {
    expect(headingOf(text)).toBe(heading);
  });

  it("cuts a long sentence at a word, and a word without blanks in the middle", () => {
    const words = headingOf("word ".repeat(100));
    expect(words).toMatch(/^(word )+\.\.\.$/);
    expect(words.length).toBeLessThanOrEqual(124);
    expect(headingOf("x".repeat(500))).toBe(`${"x".repeat(60)} ...`);
    expect(headingOf("x".repeat(120))).toBe("x".repeat(120));
  });

  it("leaves no half of a character behind", () => {
    for (const start of ["", "a", "ab "])
      expect(headingOf(start + "\u{1F600}".repeat(200))).not.toMatch(/\p{Surrogate}/u);
  });
});

describe("findLongName", () => {
  const record = (fields: object) => memoryRecord({ ...known, ...fields });

  it("takes names up to 600 bytes, however many letters those are", () => {
    expect(findLongName(record({ benchmark: "x".repeat(600), taskName: "ä".repeat(300) }))).toBeNull();
    expect(findLongName(record({ benchmark: "x".repeat(601) }))).toMatchObject({ field: "benchmark" });
    expect(findLongName(record({ taskName: "ä".repeat(301) }))).toMatchObject({ field: "taskName" });
  });

  it("names line and field, what is rejected, and of vectors the very one", () => {
    const vector = (model: string) => ({ model, dimensions: 1, vector: [1] });
    const long = record({ embeddings: [vector("m"), vector("x".repeat(601))] });
    expect(findLongName(long)).toMatchObject({ line: 1, field: "embeddings[1].model", rejects: "memories" });
    const verdict = { kind: "verdict", path: "r", level: "report", outcome: "passed", error: null } as const;
    expect(findLongName({ ...verdict, taskName: "x".repeat(601) })).toMatchObject({
      rejects: "trials",
      line: null,
    });
    expect(findLongName({ ...verdict, taskName: "" })).toBeNull();
  });
});

describe("importRequest", () => {
  const path = { kind: "path", path: " /data/pool " };
  it("fills in what is left out, and trims what was typed", () => {
    expect(importRequest.parse({ source: path, dryRun: true, run: "  mine " })).toEqual({
      source: { kind: "path", path: "/data/pool" },
      arm: "auto",
      run: "mine",
      benchmark: "",
      mlgymRule: "",
      grouping: "auto",
      mappings: [],
      benchmarkNames: {},
      choices: {},
      dryRun: true,
    });
  });

  it.each([
    ["no path", { source: { kind: "path", path: "  " }, dryRun: true }, "path"],
    ["an upload by no id", { source: { kind: "upload", uploadId: "../x" }, dryRun: true }, "uploadId"],
    ["a name too long", { source: path, dryRun: true, run: "x".repeat(201) }, "run"],
    ["a rule too long", { source: path, dryRun: true, mlgymRule: "x".repeat(4001) }, "mlgymRule"],
    ["no word on writing", { source: path }, "dryRun"],
    ["another arm", { source: path, dryRun: true, arm: "left" }, "arm"],
  ])("refuses %s, and names the field", (_why, request, field) => {
    const parsed = importRequest.safeParse(request);
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map((issue) => issue.path.at(-1))).toEqual([field]);
  });
});
