import { describe, expect, it } from "vitest";
import { parseContent } from "#lib/testing/parse-source.ts";

const result = {
  testdir: "/benchmarks/2026-01-02-03-04-05--try-1/go/exercises/practice/bob",
  testcase: "bob",
  model: "toy/model-1",
  edit_format: "diff",
  tests_outcomes: [false, true],
  cost: 0.25,
  duration: 12.5,
  commit_hash: "abc1234",
  num_malformed_responses: 2,
  num_exhausted_context_windows: 0,
  prompt_tokens: 100,
  completion_tokens: 20,
};

describe("aider", () => {
  it("reads a result: the last try decides, the tries are kept as tries", async () => {
    const { format, records } = await parseContent(".aider.results.json", result);
    expect(format).toBe("aider");
    expect(records).toMatchObject([
      {
        kind: "trial",
        taskName: "go/bob",
        benchmark: "aider-polyglot",
        agent: "Aider",
        model: "toy/model-1",
        outcome: "passed",
        reward: 1,
        costUsd: 0.25,
        durationMs: 12_500,
        inputTokens: 100,
        outputTokens: 20,
        setup: { editFormat: "diff", editorModel: null, reasoningEffort: null },
        details: {
          language: "go",
          tries: [false, true],
          commit: "abc1234",
          editFormat: "diff",
          counts: { "malformed replies": 2 },
        },
      },
    ]);
  });

  it.each([
    [[true], "passed", null],
    [[false, false], "failed", null],
    [[], "missing", "No try was tested."],
    [undefined, "missing", "No try was tested."],
  ])("tries %j are %s", async (tries, outcome, error) => {
    const { records } = await parseContent("a.json", { ...result, tests_outcomes: tries });
    expect(records).toMatchObject([{ outcome, error }]);
  });

  it("takes a crash for errored, named by its folder", async () => {
    const { records } = await parseContent(".aider.results.json", { exception: "Boom" });
    expect(records).toMatchObject([{ outcome: "errored", error: "Aider crashed: Boom", details: undefined }]);
    expect((await parseContent("other.json", { exception: "Boom" })).format).toBeNull();
  });

  it("names no language where neither path tells one", async () => {
    const { records } = await parseContent("a.json", { ...result, testdir: "/benchmarks/run/bob" });
    expect(records).toMatchObject([{ taskName: "bob", benchmark: "aider-code-editing" }]);
  });

  it.each([
    [{ tests_outcomes: "true" }, "tests_outcomes", "trials", 0],
    [{ tests_outcomes: [true, 1] }, "tests_outcomes", "trials", 0],
    [{ testcase: 5 }, "testcase", "trials", 0],
    [{ cost: -1 }, "cost", null, 1],
    [{ num_malformed_responses: 1e300 }, "num_malformed_responses", null, 1],
    [{ duration: "long" }, "duration", null, 1],
  ])("names the field of %j", async (fault, field, rejects, trials) => {
    const { records, problems } = await parseContent("a.json", { ...result, ...fault });
    expect(problems).toMatchObject([{ field, rejects }]);
    expect(records.filter(({ kind }) => kind === "trial")).toHaveLength(trials);
  });
});
