import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { listJudgeAudits } from "#lib/runs/judge-audits.ts";
import { getRun, listRunTasks } from "#lib/runs/queries.ts";
import { getTrial, listTrials } from "#lib/runs/trial-queries.ts";
import { importPaths } from "./import-paths.ts";

const database = testDatabase();
const actor = { name: "test", role: "editor" } as const;

async function imported(name: string) {
  const path = join(import.meta.dirname, "fixtures/runs", name);
  const result = await importPaths(database.db, [path], {}, { actor });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

it("keeps Aider's exercises of two languages apart, its tries no attempts, and a crash errored", async () => {
  const { runs, problems } = await imported("aider");
  expect(problems).toEqual([]);
  expect(runs).toMatchObject([
    { name: "2026-01-02-03-04-05--toy", model: "toy/model-1", trials: 3, passed: 2, errored: 1 },
  ]);
  const run = await getRun(database.db, runs[0]?.id ?? "");
  expect(run).toMatchObject({
    maxAttempt: 1,
    benchmarks: ["aider-polyglot"],
    config: { editFormat: "diff" },
    solvedWithin: [
      { tries: 1, solved: 1, trials: 3 },
      { tries: 2, solved: 2, trials: 3 },
    ],
  });
  const trials = await listTrials(database.db, { runId: run?.id ?? null });
  expect(trials.rows.map(({ taskName }) => taskName)).toEqual(["go/bob", "go/leap", "python/bob"]);
  const bob = await getTrial(database.db, trials.rows[0]?.id ?? "");
  expect(bob?.details).toEqual({
    language: "go",
    tries: [false, true],
    commit: "abc1234",
    editFormat: "diff",
    counts: { "malformed replies": 1 },
  });
  expect((await imported("aider")).trials).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
});

it("takes LiveCodeBench's solutions for attempts and its folder for the model", async () => {
  const { runs } = await imported("livecodebench");
  expect(runs).toMatchObject([{ model: "Toy-Model", trials: 4, passed: 1, failed: 3 }]);
  const run = await getRun(database.db, runs[0]?.id ?? "");
  expect([run?.passAt1, run?.solvedWithin, run?.maxAttempt]).toEqual([0.25, [], 2]);
  const { rows } = await listRunTasks(database.db, run?.id ?? "");
  expect(rows.map(({ attempts }) => attempts.map(({ outcome }) => outcome))).toEqual([
    ["passed", "failed"],
    ["failed", "failed"],
  ]);
  expect((await imported("livecodebench")).trials).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
});

it("keeps a judge's audit once, whatever its file is called, and replaces none by another", async () => {
  const folder = await mkdtemp(join(tmpdir(), "carryover-judge-"));
  const write = (name: string, preds: boolean[]) =>
    writeFile(join(folder, name), JSON.stringify({ preds, gts: [true, true, false] }));
  try {
    await write("llm_judge_toy-bench.json", [true, false, true]);
    await write("llm_judge_toy-bench-new.json", [true, true, false]);
    const run = () => importPaths(database.db, [folder], {}, { actor });
    expect(await run()).toMatchObject({ ok: true, value: { judgements: { created: 6 }, problems: [] } });
    expect(await listJudgeAudits(database.db)).toMatchObject([
      { name: "toy-bench", benchmark: "toy-bench", tp: 1, fp: 1, fn: 1, tn: 0 },
      { name: "toy-bench-new", benchmark: "toy-bench", tp: 2, fp: 0, fn: 0, tn: 1 },
    ]);
    expect(await run()).toMatchObject({ ok: true, value: { judgements: { created: 0, unchanged: 6 } } });
    expect(await database.db.judgeAudit.count()).toBe(2);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
