import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { jsonLines, parseContent } from "#lib/testing/parse-source.ts";
import { readMarkdownItem } from "./reasoning-bank.ts";

const markdown = (title: string, description: string, content: string) =>
  `# Memory Item 1\n## Title ${title}\n## Description ${description}\n## Content ${content}`;

describe("readMarkdownItem", () => {
  const item = { title: "t", description: "d", content: "c" };

  it.each([
    ["on the headings' lines", markdown("t", "d", "c")],
    ["below the headings", "## Title\nt\n\n## Description\nd\n\n## Content\nc\n"],
    ["with colons", "## Title: t\n## Description: d\n## Content: c"],
    ["in other levels", "# Title\nt\n### Description\nd\n# Content\nc"],
    ["in capitals", "## TITLE t\n## DESCRIPTION d\n## CONTENT c"],
    ["in another order", "## Content\nc\n## Title\nt\n## Description\nd"],
  ])("reads the three parts %s", (_what, text) => {
    expect(readMarkdownItem(text)).toEqual(item);
  });

  it.each([
    [
      "no title",
      "## Content\nSort before you compare. Always.",
      "Sort before you compare.",
      "Sort before you compare.",
    ],
    ["an empty title", "## Title\n## Description\nd\n## Content\nc", "c", "d"],
    ["no description", "## Title\nt\n## Content\nc", "t", "t"],
    ["no heading at all", " Sort it. ", "Sort it.", "Sort it."],
  ])("makes the best of %s", (_what, text, title, description) => {
    expect(readMarkdownItem(text)).toMatchObject({ title, description });
  });

  it.each([
    "",
    " \n",
    "## Title\nt",
    "## Title\nt\n## Content\n \n",
    "# Heading\nand text without a content",
  ])("finds no item in %j", (text) => {
    expect(readMarkdownItem(text)).toBeNull();
  });

  it("keeps a content of several paragraphs whole, with the comments and headings that stand in it", () => {
    const content = "Run:\n\n# list the files\nls\n\n## Notes\nOnly once.";
    expect(readMarkdownItem(markdown("t", "d", content))).toEqual({ ...item, content });
  });

  it("ends an item's content where the next item begins", () => {
    const text = `${markdown("t", "d", "c")}\n\n# Memory Item 2\n## Title other`;
    expect(readMarkdownItem(text)).toEqual(item);
  });

  it("reads back whatever was written", () => {
    const random = seededRandom(23);
    const words = ["sort", "é", "🙂", "a-b", "#tag", "C#", "1.", "`ls`", "x:y", "title", "content"];
    const text = () =>
      Array.from({ length: 1 + Math.floor(random() * 8) }, () => words[Math.floor(random() * words.length)])
        .join(random() < 0.3 ? "\nthen " : " ")
        .trim();
    for (let round = 0; round < 200; round += 1) {
      const written = { title: `a ${text()}`, description: `b ${text()}`, content: `c ${text()}` };
      const { title, description, content } = written;
      expect(readMarkdownItem(markdown(title, description, content))).toEqual(written);
    }
  });
});

describe("a row of a ReasoningBank", () => {
  const row = (part: object) => jsonLines({ query: "q", memory_items: ["Sort it."], ...part });

  it.each([
    [{ status: "success" }, "passed"],
    [{ status: "fail" }, "failed"],
    [{ status: "failure" }, "failed"],
    [{ success: true }, "passed"],
    [{ status: null, success: false }, "failed"],
    [{ status: "Success" }, "unknown"],
    [{ status: 1 }, "unknown"],
    [{}, "unknown"],
  ])("with %j has the outcome %s", async (part, outcome) => {
    expect((await parseContent("bank.jsonl", row(part))).memories).toMatchObject([{ outcome }]);
  });

  it.each([
    [{ task_id: "a", id: "b" }, "a"],
    [{ task_id: "", id: 7 }, "7"],
    [{ id: 0 }, "0"],
    [{}, ""],
  ])("with %j has the task's name %j", async (part, taskName) => {
    expect((await parseContent("bank.jsonl", row(part))).memories).toMatchObject([{ taskName, task: "q" }]);
  });

  it("gives each item a memory, and tells of one that is none by its place", async () => {
    const memory_items = ["One thing.", { content: "Two things.", title: "two" }, { title: "x" }, null, ""];
    const { memories, problems } = await parseContent("bank.json", [{ query: "q", memory_items }]);
    expect(memories.map(({ content }) => content)).toEqual([
      { title: "One thing.", description: "One thing.", content: "One thing." },
      { title: "two", description: "two", content: "Two things." },
    ]);
    expect(problems).toMatchObject(
      [2, 3, 4].map((at) => ({ field: `[0].memory_items[${at}]`, rejects: "memories" })),
    );
  });

  it("gives the same item of two tasks two keys, and the same row the same key", async () => {
    const lines = jsonLines(row({ task_id: "a" }), row({ task_id: "b" }), row({ task_id: "a" }));
    const keys = (await parseContent("bank.jsonl", lines)).memories.map(({ importKey }) => importKey);
    expect(keys[0]).toBe(keys[2]);
    expect(new Set(keys).size).toBe(2);
  });

  it.each([
    ["no list", "text"],
    ["an empty list", []],
  ])("behind the first that holds %s of items is told with its line", async (_what, memory_items) => {
    const { problems, memories } = await parseContent(
      "bank.jsonl",
      jsonLines(row({}), row({ memory_items })),
    );
    expect(memories).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 2, field: "memory_items", rejects: "memories" }]);
  });
});
