import { describe, expect, it } from "vitest";
import { readTrialDetails } from "#lib/runs/trial-details.ts";
import { parseContent } from "#lib/testing/parse-source.ts";

/** One small file of each format of results, and where in it a value stands that anything may be put in place of. */
const FILES: readonly [format: string, name: string, value: object, field: string][] = [
  [
    "aider",
    "a.json",
    { testcase: "bob", tests_outcomes: [true], edit_format: "diff", cost: 1 },
    "edit_format",
  ],
  [
    "livecodebench",
    "a.json",
    [{ question_id: "toy_1", graded_list: [true], platform: "toycoder", difficulty: "easy" }],
    "platform",
  ],
  ["ctrf", "ctrf.json", { results: { summary: {}, tests: [{ name: "t", status: "failed" }] } }, "name"],
  ["judge-audit", "a.json", { preds: [true], gts: [true], cases: [{ id: "t", pred: true, gt: true }] }, "id"],
  [
    "openhands",
    "output.jsonl",
    { instance_id: "t", history: [], test_result: { report: { resolved: true } }, error: "e" },
    "error",
  ],
  [
    "swe-bench-report",
    "report.json",
    {
      "toy__a-1": { resolved: false, patch_exists: true, tests_status: { FAIL_TO_PASS: { failure: ["t"] } } },
    },
    "failure",
  ],
];

/** The file as text with one value replaced by a raw text. */
function withRaw(value: object, field: string, raw: string): string {
  const text = JSON.stringify(value);
  const at = text.indexOf(`"${field}":`) + field.length + 3;
  const end = /^(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\]|[^,}\]]+)/.exec(text.slice(at))?.[0].length ?? 0;
  return text.slice(0, at) + raw + text.slice(at + end);
}

const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;

describe.each(FILES)("a hostile file of %s", (format, name, value, field) => {
  it.each([
    ["NUL characters", '"a\\u0000b"'],
    ["half a surrogate pair", '"\\ud83d"'],
    ["a number that fits no float", "1e400"],
    ["NaN", "NaN"],
    ["an object", '{"__proto__": {"polluted": true}, "constructor": 1}'],
    ["a list of anything", '[null, 1, [], "x"]'],
    ["a text of 100,000 characters", JSON.stringify("x".repeat(100_000))],
  ])("with %s gives what can be stored, or names its place", async (_what, raw) => {
    const { records, problems } = await parseContent(name, withRaw(value, field, raw));
    const stored = JSON.stringify(records);
    expect(stored).not.toMatch(/\\u0000|\\ud83d"/);
    expect(problems.every(({ reason }) => reason !== "")).toBe(true);
    for (const record of records)
      if ("details" in record && record.details !== undefined)
        expect(readTrialDetails(record.details)).toEqual(record.details);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it("nested 10,000 deep is refused with that reason and gives nothing", async () => {
    const { records } = await parseContent(name, withRaw(value, field, deep));
    expect(records).toMatchObject([
      { kind: "problem", reason: expect.stringContaining("nested more than 200") },
    ]);
  });

  it("cut off anywhere is refused and gives nothing", async () => {
    const text = JSON.stringify(value);
    for (const share of [0.2, 0.5, 0.9]) {
      const { records } = await parseContent(name, text.slice(0, Math.floor(text.length * share)));
      expect(records).toMatchObject([{ kind: "problem", reason: expect.stringContaining("JSON") }]);
    }
  });

  it("is still what it was without any of this", async () => {
    const found = await parseContent(name, value);
    expect([found.format, found.problems]).toEqual([format, []]);
  });
});
