import { describe, expect, it } from "vitest";
import { parseContent } from "#lib/testing/parse-source.ts";

const solved = {
  question_title: "Add",
  question_content: "Add two numbers.",
  platform: "toycoder",
  question_id: "toy_1",
  contest_date: "2026-01-02T00:00:00",
  difficulty: "easy",
  code_list: ["print(1)", "print(2)"],
  graded_list: [true, false],
  "pass@1": 0.5,
  metadata: ['{"execution time": 0.25}', '{"error": "2 != 3", "error_message": "Wrong Answer"}'],
};

describe("livecodebench", () => {
  it("takes each solution for an attempt of its problem", async () => {
    const { format, records } = await parseContent("eval_all.json", [solved]);
    expect(format).toBe("livecodebench");
    expect(records).toMatchObject([
      {
        kind: "trial",
        taskName: "toy_1",
        benchmark: "livecodebench",
        statement: "Add\n\nAdd two numbers.",
        label: "eval_all.json#toy_1",
        outcome: "passed",
        error: null,
        details: { platform: "toycoder", difficulty: "easy", released: "2026-01-02", executionSeconds: 0.25 },
      },
      { label: "eval_all.json#toy_1#2", outcome: "failed", error: "Wrong Answer" },
    ]);
  });

  it("reads a list too long to be parsed whole, row by row", async () => {
    const many = Array.from({ length: 6 }, (_, index) => ({
      ...solved,
      question_id: index,
      question_content: "x".repeat(1024 * 1024),
    }));
    const { format, records, problems } = await parseContent("eval_all.json", many);
    expect([format, records.length, problems.length]).toEqual(["livecodebench", 12, 0]);
  });

  it.each([
    [{ question_id: null }, "[1].question_id", "trials"],
    [{ question_id: "toy_1" }, "[1].question_id", "trials"],
    [{ graded_list: [true, "yes"] }, "[1].graded_list", "trials"],
    [{ graded_list: { 0: true } }, "[1].graded_list", "trials"],
    [{ "pass@1": 1 }, "[1].pass@1", null],
    [{ contest_date: "2026-02-30T00:00:00" }, "[1].contest_date", null],
    [{ platform: 5 }, "[1].platform", null],
  ])("names the field of %j and keeps the other problem", async (fault, field, rejects) => {
    const { records, problems } = await parseContent("a.json", [
      solved,
      { ...solved, question_id: "toy_2", ...fault },
    ]);
    expect(problems).toMatchObject([{ field, rejects }]);
    const trials = records.filter(({ kind }) => kind === "trial");
    expect(trials).toHaveLength(rejects === null ? 4 : 2);
  });

  it("reads metadata that is no JSON as none", async () => {
    const { records, problems } = await parseContent("a.json", [{ ...solved, metadata: ["{", null] }]);
    expect([records.length, problems.length]).toEqual([2, 0]);
  });
});
