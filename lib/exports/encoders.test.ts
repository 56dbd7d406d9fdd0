import { describe, expect, it } from "vitest";
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

async function markdownOf(
  part: Pick<ExportedMemory, "type" | "title" | "text" | "content">,
): Promise<string> {
  async function* one(): AsyncGenerator<ExportedMemory> {
    yield {
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
  let text = "";
  for await (const piece of encodeMarkdown(one())) text += piece;
  return text;
}
