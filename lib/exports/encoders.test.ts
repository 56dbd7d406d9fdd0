import { describe, expect, it } from "vitest";
import { parseContent } from "#lib/testing/parse-source.ts";
import { encodeCsv } from "./encode-csv.ts";
import { encodeMarkdown } from "./encode-markdown.ts";
import type { ExportedMemory } from "./schema.ts";

describe("encodeMarkdown", () => {
  it("can't be broken out of by what a memory says", async () => {
    const hostile = "```\n# Not a heading\n<img src=x onerror=alert(1)>";
    const text = await markdownOf({
      type: "trajectory",
      title: "# A *title* <b>",
      text: `run\n${hostile}`,
      content: { steps: [] },
    });
    expect(text).toContain("## \\# A \\*title\\* \\<b\\>");
    expect(text).toContain(`\`\`\`\`\nrun\n${hostile}\n\`\`\`\``);
    const insight = await markdownOf({
      type: "insight",
      title: "t",
      text: "",
      content: { description: "d", content: hostile },
    });
    expect(insight).toContain("\\```\n\\# Not a heading\n\\<img");
  });
});

describe("encodeCsv", () => {
  it.each(["one\r\ntwo", "one\ntwo", "one\rtwo", "=1+1\r\n", "\t=1", "'quoted'\r\n\r\n\"x\",y"])(
    "keeps the line ends of %j over an export and an import",
    async (task) => {
      const content = { title: "t", description: "d", content: "c" };
      const memory = memoryOf({ type: "insight", title: "t", text: task, content, task });
      const csv = await joined(encodeCsv(only(memory)));
      const { format, memories, problems } = await parseContent("pool.csv", csv);
      expect(problems).toEqual([]);
      expect(format).toBe("carryover-csv");
      expect(memories.map((each) => each.task)).toEqual([task]);
    },
  );
});

type Part = Pick<ExportedMemory, "type" | "title" | "text" | "content"> & Partial<ExportedMemory>;

function memoryOf(part: Part): ExportedMemory {
  return {
    id: "1",
    benchmark: "alpha",
    taskName: "",
    task: "",
    outcome: "passed",
    lifecycle: "active",
    validFrom: null,
    validUntil: null,
    tags: [],
    generator: null,
    sourceModel: null,
    sourceFormat: "",
    version: 1,
    createdAt: new Date(0),
    updatedAt: new Date(0),
    vectors: [],
    ...part,
  };
}

async function* only(memory: ExportedMemory): AsyncGenerator<ExportedMemory> {
  yield memory;
}

function markdownOf(part: Part): Promise<string> {
  return joined(encodeMarkdown(only(memoryOf(part))));
}

async function joined(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}
