import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { parseContent } from "#lib/testing/parse-source.ts";
import { encodeCsv } from "./encode-csv.ts";
import { encodeJsonl } from "./encode-jsonl.ts";
import { encodeMarkdown } from "./encode-markdown.ts";
import { encodeMtl } from "./encode-mtl.ts";
import { encodeParquet } from "./encode-parquet.ts";
import type { Encoder, ExportedMemory } from "./schema.ts";

const strange = [
  "plain",
  "a, \"quoted\" 'one'; two",
  "zwei\nZeilen\r\n\tund ein Tab",
  "日本語 🙂 e\u0301 \u202E rtl",
  "\u2028 separators \u2029",
  "`` ``` # not a heading",
  "=SUM(A1)",
  '{"json": [1, null]}',
  "long ".repeat(9_999).trim(),
];

function insight(text: string, change: Partial<ExportedMemory> = {}): ExportedMemory {
  return {
    id: "0199c1a1-0000-7000-8000-000000000001",
    type: "insight",
    benchmark: "alpha",
    taskName: "task-1",
    task: text,
    outcome: "failed",
    title: text,
    text,
    content: { title: `T ${text}`, description: text, content: `C ${text}` },
    lifecycle: "active",
    validFrom: null,
    validUntil: null,
    tags: [],
    generator: null,
    sourceModel: null,
    sourceFormat: "test",
    version: 3,
    createdAt: new Date("2026-01-02T03:04:05.678Z"),
    updatedAt: new Date("2026-02-02T03:04:05.678Z"),
    vectors: [],
    ...change,
  };
}

async function* listed(memories: readonly ExportedMemory[]): AsyncGenerator<ExportedMemory> {
  yield* memories;
}

async function bytesOf(encode: Encoder, memories: readonly ExportedMemory[]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of encode(listed(memories))) pieces.push(Buffer.from(piece as string));
  return Buffer.concat(pieces);
}

const textOf = async (encode: Encoder, memories: readonly ExportedMemory[]) =>
  (await bytesOf(encode, memories)).toString("utf8");

describe.each([
  ["JSON Lines", "pool.jsonl", encodeJsonl],
  ["an MTL pool", "pool.json", encodeMtl],
  ["CSV", "pool.csv", encodeCsv],
] as const)("%s", (_name, file, encode) => {
  it.each(strange.map((text) => ({ shown: text.slice(0, 30), text })))(
    "comes back as it went: $shown",
    async ({ text }) => {
      const { memories, problems } = await parseContent(file, await textOf(encode, [insight(text)]));
      expect(problems).toEqual([]);
      expect(memories).toHaveLength(1);
      expect(memories[0]).toMatchObject({
        type: "insight",
        benchmark: "alpha",
        taskName: "task-1",
        task: text,
        outcome: "failed",
        content: { title: `T ${text}`, description: text, content: `C ${text}` },
      });
    },
  );

  it("keeps every memory, in its order, whatever their number", async () => {
    const many = Array.from({ length: 1234 }, (_, i) =>
      insight(`memory ${i}`, { id: `0199c1a1-0000-7000-8000-${String(i).padStart(12, "0")}` }),
    );
    const { memories } = await parseContent(file, await textOf(encode, many));
    expect(memories.map(({ task }) => task)).toEqual(many.map(({ task }) => task));
  });
});

describe("nothing to export", () => {
  it.each([
    ["JSON Lines has no line", encodeJsonl, ""],
    ["an MTL pool is an empty list", encodeMtl, "[]\n"],
    ["Markdown is a heading", encodeMarkdown, "# Memories\n"],
  ] as const)("%s", async (_name, encode, expected) => {
    expect(await textOf(encode, [])).toBe(expected);
  });

  it("CSV has the names of its columns alone", async () => {
    expect((await textOf(encodeCsv, [])).trim().split(/\r?\n/)).toHaveLength(1);
  });

  it("Parquet is a whole file without rows", async () => {
    const bytes = await bytesOf(encodeParquet, []);
    expect([bytes.subarray(0, 4).toString(), bytes.subarray(-4).toString()]).toEqual(["PAR1", "PAR1"]);
  });
});

describe("vectors", () => {
  const random = seededRandom(7);
  const vector = Array.from({ length: 64 }, () => Math.fround(random() * 2 - 1));
  const small = { model: "text-embedding-3-small", dimensions: 64, vector };
  const other = { model: "other", dimensions: 2, vector: [1e-30, -0.5] };

  it("are the same 32-bit numbers after JSON", async () => {
    const line = JSON.parse(await textOf(encodeJsonl, [insight("v", { vectors: [small, other] })]));
    expect(line.embeddings).toEqual([small, other]);
    expect(Float32Array.from(line.embeddings[0].vector)).toEqual(Float32Array.from(vector));
  });

  it("go into an MTL pool only where they are of the model that it knows", async () => {
    const [withIt] = JSON.parse(await textOf(encodeMtl, [insight("v", { vectors: [other, small] })]));
    expect(withIt.key_embedding).toEqual(vector);
    const [without] = JSON.parse(await textOf(encodeMtl, [insight("v", { vectors: [other] })]));
    expect(without).not.toHaveProperty("key_embedding");
  });
});

describe("what is not there", () => {
  it("is left out of JSON Lines, never null or empty", async () => {
    const line = JSON.parse(await textOf(encodeJsonl, [insight("v")]));
    for (const name of ["validFrom", "validUntil", "tags", "generator", "sourceModel", "embeddings"])
      expect(line, name).not.toHaveProperty(name);
  });

  it.each([
    ["passed", true],
    ["failed", false],
    ["unknown", null],
  ] as const)("is no verdict in an MTL pool: %s is %s", async (outcome, verdict) => {
    const [record] = JSON.parse(await textOf(encodeMtl, [insight("v", { outcome })]));
    expect([record.llm_judge, record.judgement]).toEqual([verdict, verdict]);
  });
});

describe("Markdown", () => {
  it("fences a log with hundreds of thousands of runs of backticks, one longer than the longest", async () => {
    const text = `${"a`".repeat(300_000)}\`\`\`\`\``;
    const written = await textOf(encodeMarkdown, [
      insight("x", { type: "trajectory", text, content: { steps: [] } }),
    ]);
    expect(written).toContain("\n```````\na`");
  });

  it("numbers the steps of a workflow and keeps their lines inside their number", async () => {
    const content = { goal: "g", steps: ["make", "cat <<E\n# heading\nE"] };
    const written = await textOf(encodeMarkdown, [insight("x", { type: "workflow", content })]);
    expect(written).toContain("1. make\n2. cat \\<\\<E\n   \\# heading\n   E\n");
  });
});
