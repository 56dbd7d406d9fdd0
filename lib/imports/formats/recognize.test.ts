import { describe, expect, it } from "vitest";
import { parseContent } from "#lib/testing/parse-source.ts";

describe("a file is told by what it says, not by its name", () => {
  const insight = {
    type: "insight",
    benchmark: "b",
    content: { title: "t", description: "d", content: "c" },
  };
  it.each<[string, unknown, string | null, string]>([
    ["pool.bin", JSON.stringify(insight), "carryover-memory/1", "one line"],
    ["pool.txt", `\uFEFF${JSON.stringify(insight)}\n`, "carryover-memory/1", "a byte order mark"],
    [
      "pool.json",
      `\r\n${JSON.stringify(insight)}\r\n${JSON.stringify(insight)}`,
      "carryover-memory/1",
      "Windows line ends",
    ],
    ["x.json", `{"broken\n${JSON.stringify(insight)}`, "carryover-memory/1", "the first row is the bad one"],
    [
      "results.json",
      { "toy__a-1": { instance_id: "toy__a-1", model_patch: "" } },
      "predictions",
      "predictions, not results",
    ],
    ["llm_judge.json", { preds: [true], gts: [false] }, "judge-audit", "a judge over a benchmark"],
    ["a.json", { testcase: "bob", tests_outcomes: [false, true], model: "m" }, "aider", "tries"],
    ["a.json", [{ question_id: "1", graded_list: [true] }], "livecodebench", "graded samples"],
    [
      "a.json",
      [
        { role: "user", content: "hello" },
        { role: "assistant", content: "hi" },
      ],
      "chat-messages",
      "no command in it",
    ],
    ["t.csv", "a,b\n1,2\n", "table", "a table"],
    ["notes.md", "# Notes\nNothing to import.", null, "prose"],
    ["empty.json", "", null, "nothing"],
    ["a.json", {}, null, "an empty object"],
    ["a.json", [], null, "an empty list"],
  ])("%s with %j is %s: %s", async (name, content, format) => {
    expect((await parseContent(name, content)).format).toBe(format);
  });

  it("explains a file that is imported by no format", async () => {
    expect((await parseContent("a.json", "{ not json")).problems[0]?.reason).toContain("not valid JSON");
    expect((await parseContent("a.pkl", "\u0080\u0004")).problems[0]?.reason).toContain("never opened");
    expect((await parseContent("a.json", { sessionId: "b", messages: [] })).records).toMatchObject([
      {
        kind: "skipped",
        what: "gemini-cli-session",
        reason: expect.stringMatching(/^Not imported yet, because/),
      },
    ]);
    expect((await parseContent("a.png", "\u0000\u0001")).records).toMatchObject([
      { kind: "skipped", what: "unknown .png files", reason: expect.stringContaining("Not recognized") },
    ]);
    expect((await parseContent("job.log", "started")).records).toMatchObject([
      { kind: "skipped", what: "logs" },
    ]);
  });

  it("replaces what no database stores", async () => {
    const content = { title: "nul \u0000", description: "half \ud83d", content: "whole \ud83d\ude00" };
    const { memories } = await parseContent("a.jsonl", JSON.stringify({ ...insight, content }));
    expect(memories[0]?.content).toEqual({
      title: "nul \uFFFD",
      description: "half \uFFFD",
      content: "whole \ud83d\ude00",
    });
  });
});
