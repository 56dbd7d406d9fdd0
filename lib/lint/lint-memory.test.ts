import { describe, expect, it } from "vitest";
import { lintMemory, rarityOf } from "./lint-memory.ts";
import type { LintRule, LintSubject } from "./schema.ts";
import { insight } from "./testing.ts";
import { generalFieldsOf, textFieldsOf } from "./text-fields.ts";

const at = new Date("2026-06-15T12:00:00Z");
const context = { at, isRare: () => false };

function found(memory: LintSubject): [LintRule, string][] {
  const texts = new Map(textFieldsOf(memory).map(({ field, text }) => [field, text]));
  return lintMemory(memory, context).map(({ rule, field, span }) => [
    rule,
    texts.get(field)?.slice(...span) ?? "",
  ]);
}

describe("names", () => {
  it.each<{ why: string; text: string; expected: [LintRule, string][] }>([
    { why: "a path", text: "Edit src/app/config.py first", expected: [["names-file", "src/app/config.py"]] },
    { why: "a bare file name", text: "See conftest.py.", expected: [["names-file", "conftest.py"]] },
    {
      why: "an absolute folder",
      text: "Look into /etc/nginx for it",
      expected: [["names-file", "/etc/nginx"]],
    },
    {
      why: "a file is no identifier too",
      text: "Open my_module.py",
      expected: [["names-file", "my_module.py"]],
    },
    { why: "snake case", text: "Call parse_config early", expected: [["names-identifier", "parse_config"]] },
    { why: "camel case", text: "Call parseConfig early", expected: [["names-identifier", "parseConfig"]] },
    { why: "a class", text: "Use ConfigParser here", expected: [["names-identifier", "ConfigParser"]] },
    { why: "a call", text: "Use len() here", expected: [["names-identifier", "len()"]] },
    { why: "a flag", text: "Pass --no-cache to it", expected: [["names-identifier", "--no-cache"]] },
    {
      why: "an error is no identifier too",
      text: "On KeyError look twice",
      expected: [["names-error-string", "KeyError"]],
    },
    { why: "a pinned version", text: "Pin it ==2.31", expected: [["names-version", "==2.31"]] },
    { why: "a full version", text: "Since 4.2.1 it moved", expected: [["names-version", "4.2.1"]] },
    {
      why: "a language's version",
      text: "On Python 3.11 it differs",
      expected: [["names-version", "Python 3.11"]],
    },
    {
      why: "a tool of one language",
      text: "Run pytest often",
      expected: [["language-specific-command", "pytest"]],
    },
    {
      why: "an installer",
      text: "Start with npm install",
      expected: [["language-specific-command", "npm install"]],
    },
    { why: "an address is no version", text: "Listen on 127.0.0.1 only", expected: [] },
    { why: "a unit is no identifier", text: "In mS or kHz, not in sI", expected: [] },
    { why: "a measure is no version", text: "It took 0.5 s, 3.2 times as long", expected: [] },
    { why: "names of the trade are words", text: "On GitHub, JavaScript and macOS", expected: [] },
    { why: "a sentence's end is no file", text: "Read it.Then go on, e.g. twice and/or once.", expected: [] },
    { why: "plain advice", text: "Reproduce the failure before you edit; keep changes small.", expected: [] },
    { why: "a dash is no flag", text: "Look -- then leap", expected: [] },
  ])("$why", ({ text, expected }) => {
    expect(found(insight(text))).toEqual(expected);
  });

  it("looks at the lesson, not at what happened: that is concrete by design", () => {
    const steps = ["vim src/a.py"];
    const workflow = {
      ...insight(""),
      type: "workflow",
      content: { goal: "Edit b.py", steps },
    } as LintSubject;
    expect(found(workflow)).toEqual([["names-file", "b.py"]]);
    const summary = {
      ...insight(""),
      type: "summary",
      content: { taskSummary: "Fix a.py", experience: "Read b.py" },
    } as LintSubject;
    expect(found(summary)).toEqual([]);
    const trajectory = {
      ...insight(""),
      type: "trajectory",
      content: { steps: [{ action: "cat a.py", observation: "b.py" }] },
    } as LintSubject;
    expect(found(trajectory)).toEqual([]);
    expect(generalFieldsOf(trajectory)).toEqual([]);
    expect(textFieldsOf(trajectory).map(({ field }) => field)).toEqual([
      "steps.0.action",
      "steps.0.observation",
    ]);
  });
});

describe("overlaps-task", () => {
  const task = "The zettelkasten exporter mangles umlauts when pagination wraps around midnight";
  const rare = rarityOf([task, ...Array.from({ length: 9 }, (_, i) => `Common pagination words ${i}`)]);

  it("counts rare words of the task, each once", () => {
    const retold = insight("Its zettelkasten exporter mangles umlauts around midnight: umlauts first.", {
      task,
    });
    const [finding] = lintMemory(retold, { at, isRare: rare });
    expect(finding).toMatchObject({ rule: "overlaps-task", field: "content", span: [4, 16] });
    expect(finding?.message).toContain("rare words of its task: zettelkasten, exporter, mangles, umlauts");
  });

  it("lets words pass that many tasks use, and a few rare ones", () => {
    const general = insight("An exporter with pagination and umlauts needs a round trip.", { task });
    expect(lintMemory(general, { at, isRare: rare })).toEqual([]);
  });
});

describe("failed-without-warning", () => {
  const failed = { outcome: "failed" } as const;
  it.each([
    {
      why: "praise of what failed",
      memory: insight("Rewrite everything at once.", failed),
      rules: ["failed-without-warning"],
    },
    { why: "a warning", memory: insight("Do not rewrite everything at once.", failed), rules: [] },
    { why: "an alternative", memory: insight("Small steps instead of a rewrite.", failed), rules: [] },
    { why: "what worked needs none", memory: insight("Rewrite everything at once."), rules: [] },
  ])("$why", ({ memory, rules }) => {
    expect(lintMemory(memory, context).map((finding) => finding.rule)).toEqual(rules);
  });
});

describe("too-long", () => {
  it("marks what is beyond the limit", () => {
    expect(lintMemory(insight("word ".repeat(400)), context)).toMatchObject([
      { rule: "too-long", field: "content", span: [1500, 2000] },
    ]);
  });

  it("counts the steps of a workflow", () => {
    const steps = Array.from({ length: 30 }, (_, i) => `step ${i}`);
    const workflow = { ...insight(""), type: "workflow", content: { goal: "Build", steps } } as LintSubject;
    expect(lintMemory(workflow, context)).toMatchObject([{ rule: "too-long", field: "steps.25" }]);
  });
});

describe("expired", () => {
  const past = new Date("2026-01-02T00:00:00Z");
  it.each([
    { why: "active past its end", change: { validUntil: past }, count: 1 },
    {
      why: "deprecated: somebody decided",
      change: { validUntil: past, lifecycle: "deprecated" as const },
      count: 0,
    },
    { why: "still valid", change: { validUntil: new Date("2027-01-01") }, count: 0 },
  ])("$why", ({ change, count }) => {
    expect(lintMemory(insight("Look twice.", change), context)).toHaveLength(count);
  });
});

it("survives hostile and odd text", () => {
  const odd = "<img src=x onerror=alert(1)> \u0000 ﷽ ".repeat(2000);
  const started = performance.now();
  lintMemory(insight(`${odd}${"a".repeat(50_000)}${"a/".repeat(20_000)}${"a_".repeat(20_000)}`), context);
  expect(performance.now() - started).toBeLessThan(2000);
});
