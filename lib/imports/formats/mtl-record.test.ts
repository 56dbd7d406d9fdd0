import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { looksLikeMtl, readMtlRecord } from "./mtl-record.ts";

const insight = { title: "t", description: "d", content: "c" };

describe("looksLikeMtl", () => {
  it.each([
    [{ workflow: {}, benchmark: "b" }, true],
    [{ trajectory: [], task_query: "q" }, true],
    [{ title: "t", content: "c", task_name: "t" }, true],
    [{ title: "t", task_name: "t" }, false],
    [{ insight: {} }, false],
    [{ insight: {}, benchmark: "b", schema_version: "ATIF-v1.4" }, false],
    [{ benchmark: "b" }, false],
    [null, false],
    [[], false],
    ["insight", false],
  ])("of %j says %j", (row, looks) => {
    expect(looksLikeMtl(row)).toBe(looks);
  });
});

describe("a workflow", () => {
  it.each([
    ["nested", { workflow: { goal: "g", workflow: ["a", "b"] } }],
    ["nested under steps", { workflow: { goal: "g", steps: ["a", "b"] } }],
    ["flat", { type: "workflow", goal: "g", workflow: ["a", "b"] }],
    ["flat under steps", { type: "workflow", goal: "g", steps: ["a", "b"] }],
    ["a text of lines", { workflow: { goal: "g", workflow: "a\n\n b \n".replace(" b ", "b") } }],
    ["with empty steps", { workflow: { goal: "g", workflow: ["", "a", " ", "b"] } }],
  ])("is read %s", (_what, row) => {
    expect(readMtlRecord(row)).toMatchObject({
      type: "workflow",
      content: { goal: "g", steps: ["a", "b"] },
      lostSteps: [],
    });
  });

  it.each([
    [{ workflow: { workflow: ["a"] } }, "workflow.goal"],
    [{ type: "workflow", steps: ["a"] }, "goal"],
    [{ workflow: { goal: "g" } }, "workflow.workflow"],
    [{ workflow: { goal: "g", steps: [] } }, "workflow.steps"],
    [{ workflow: { goal: "g", workflow: [5, " "] } }, "workflow.workflow"],
    [{ type: "workflow", goal: "g", steps: " " }, "steps"],
    [{ workflow: null }, "goal"],
  ])("%j is refused at %s", (row, field) => {
    expect(readMtlRecord(row)).toMatchObject({ field, reason: expect.any(String) });
  });
});

describe("a summary", () => {
  it.each([
    ["flat", { task_summary: "t", experience_summary: "e" }],
    ["nested", { summary: { task_summary: "t", experience_summary: "e" } }],
    ["by its older word", { task_summary: "t", experience: "e" }],
    ["with what was learned under its own name", { task_summary: "t", summary: "e" }],
    ["by its type", { type: "summary", task_summary: "t", experience_summary: "e" }],
  ])("is read %s", (_what, row) => {
    expect(readMtlRecord(row)).toMatchObject({
      type: "summary",
      content: { taskSummary: "t", experience: "e" },
    });
  });

  it.each([
    [{ task_summary: " ", summary: "e" }, "task_summary"],
    [{ task_summary: "t" }, "experience_summary"],
    [{ summary: {} }, "summary.task_summary"],
    [{ summary: { task_summary: "t", experience_summary: 5 } }, "summary.experience_summary"],
  ])("%j is refused at %s", (row, field) => {
    expect(readMtlRecord(row)).toMatchObject({ field });
  });
});

describe("an insight", () => {
  it.each([
    ["nested", { insight }, insight],
    ["flat", insight, insight],
    ["without a description", { insight: { title: "t", content: "c" } }, { ...insight, description: "t" }],
    ["of older items", { when_to_use: "t", experience: "c", generalized_query: "d" }, insight],
    ["as Markdown", { insight: "## Title\nt\n## Description\nd\n## Content\nc" }, insight],
    [
      "as a text",
      { insight: "Sort it." },
      { title: "Sort it.", description: "Sort it.", content: "Sort it." },
    ],
  ])("is read %s", (_what, row, content) => {
    expect(readMtlRecord(row)).toMatchObject({ type: "insight", content });
  });

  it.each([
    [{ insight: " " }, "insight"],
    [{ insight: {} }, "insight.title"],
    [{ insight: { title: "t" } }, "insight.content"],
    [{ title: "t", content: "" }, "content"],
    [{ experience: "c" }, "title"],
  ])("%j is refused at %s", (row, field) => {
    expect(readMtlRecord(row)).toMatchObject({ field });
  });
});

describe("a trajectory", () => {
  const step = (action: string, observation = "") => ({ action, observation });

  it.each([
    ["commands", ["ls", "pwd"], [step("ls"), step("pwd")]],
    ["pairs", [["ls", "a"], ["pwd"]], [step("ls", "a"), step("pwd")]],
    ["objects", [{ command: "ls", output: "a" }, { action: "pwd" }], [step("ls", "a"), step("pwd")]],
    ["one text", "ls", [step("ls")]],
    ["an observation alone", [{ output: "a" }], [step("", "a")]],
    ["empty commands left out", ["", "ls", {}], [step("ls")]],
  ])("is read of %s", (_what, commands, steps) => {
    expect(readMtlRecord({ commands })).toMatchObject({ type: "trajectory", content: { steps } });
  });

  it("reads messages: what precedes the first action is the task", () => {
    const trajectory = [
      { role: "user", content: "Task." },
      { role: "assistant", content: "ls" },
      { role: "user", message: "a", content: "not this" },
      { role: "agent", message: "pwd" },
    ];
    expect(readMtlRecord({ trajectory })).toMatchObject({
      content: { steps: [step("ls", "a"), step("pwd")] },
    });
  });

  it("keeps all that came of an action, where several messages tell it", () => {
    const said = ["a", "", "b"].map((content) => ({ role: "tool", content }));
    expect(readMtlRecord({ trajectory: [{ role: "assistant", content: "ls" }, ...said] })).toMatchObject({
      content: { steps: [step("ls", "a\n\nb")] },
    });
  });

  it("names the places of what can't be read", () => {
    const commands = ["ls", 5, null, { cmd: "x" }, ["a"], { output: "" }];
    expect(readMtlRecord({ commands })).toMatchObject({
      lostSteps: ["commands[1]", "commands[2]", "commands[3]"],
    });
    expect(readMtlRecord({ trajectory: [{ role: "agent", message: "ls" }, "x"] })).toMatchObject({
      lostSteps: ["trajectory[1]"],
    });
  });

  it.each([
    [{ commands: [] }, "commands"],
    [{ trajectory: [{}, null] }, "trajectory"],
    [{ trajectory: [{ role: "user", content: "Only the task." }] }, "trajectory"],
    [{ trajectory: null }, "trajectory"],
    [{}, "commands"],
  ])("%j is refused at %s", (row, field) => {
    expect(readMtlRecord(row)).toMatchObject({ field });
  });

  it("keeps every command in order, in whatever spelling each is written", () => {
    const random = seededRandom(11);
    const spellings = [
      (action: string) => action,
      (action: string, observation: string) => [action, observation],
      (action: string, observation: string) => ({ action, observation }),
      (command: string, output: string) => ({ command, output }),
    ];
    for (let round = 0; round < 100; round += 1) {
      const kinds = Array.from({ length: 1 + Math.floor(random() * 8) }, () => Math.floor(random() * 4));
      const commands = kinds.map((kind, index) => spellings[kind]?.(`do ${index}`, `saw ${index}`));
      const steps = kinds.map((kind, index) => step(`do ${index}`, kind === 0 ? "" : `saw ${index}`));
      expect(readMtlRecord({ commands })).toMatchObject({ content: { steps }, lostSteps: [] });
    }
  });
});

describe("what surrounds the content", () => {
  it.each([
    [{}, { benchmark: null, taskName: "", task: "", outcome: "unknown", tags: [] }],
    [
      { benchmark: " ", task_name: 5 },
      { benchmark: null, taskName: "" },
    ],
    [{ task: "t", task_query: "q" }, { task: "t" }],
    [{ task: "", task_query: "q" }, { task: "q" }],
    [{ llm_judge: true, judgement: false }, { outcome: "passed" }],
    [{ judgement: "FAIL" }, { outcome: "failed" }],
    [{ llm_judge: 0 }, { outcome: "failed" }],
    [{ llm_judge: "it did not pass" }, { outcome: "unknown" }],
    [{ tags: ["a", 5, "b"] }, { tags: ["a", "b"] }],
    [{ tags: "a" }, { tags: [] }],
  ])("of %j is %j", (part, read) => {
    expect(readMtlRecord({ insight, ...part })).toMatchObject(read);
  });
});
