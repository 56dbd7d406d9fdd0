import { describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { createTestRun } from "#lib/runs/testing.ts";
import { getMatrix } from "./queries.ts";

const pass1 = { kind: "pass", k: 1 } as const;

describe("getMatrix", () => {
  const test = testDatabase();

  it("compares every run with the newest zero-shot run of its model, and shows what was written since", async () => {
    const { db } = test;
    expect((await getMatrix(db, { measure: pass1 })).rows).toEqual([]);
    const base = await createTestRun(db, { name: "base", model: "m", tasks: { swe: { 1: "pf", 2: "fm" } } });
    const memory = { arm: "memory", memoryType: "insight" } as const;
    const cand = await createTestRun(db, {
      ...memory,
      name: "cand",
      model: "m",
      tasks: { swe: { 1: "pp", 2: "pe" }, aider: { 1: "p" } },
    });
    const other = await createTestRun(db, {
      ...memory,
      name: "other",
      model: "n",
      tasks: { swe: { 1: "ff" } },
    });
    const matrix = await getMatrix(db, { measure: pass1 });
    expect(matrix.runs.map(({ id, baselineId }) => [id, baselineId])).toEqual([
      [base.id, null],
      [other.id, null],
      [cand.id, base.id],
    ]);
    expect(matrix.rows.map((row) => row.benchmark)).toEqual(["aider", "swe", "micro", "macro"]);
    const [aider, swe] = matrix.rows.map((row) => row.cells.find((cell) => cell.runId === cand.id));
    expect(aider).toMatchObject({ value: 1, n: 1, delta: null, q: null });
    expect(swe).toMatchObject({ value: 0.75, solved: 1.5, n: 2, delta: 0.5, pairs: 2 });
    const chosen = await getMatrix(db, { measure: pass1, baseline: other.id, runs: [cand.id] });
    expect(chosen.runs.map((run) => run.id)).toEqual([cand.id]);
    expect(chosen.rows.find((row) => row.benchmark === "swe")?.cells[0]).toMatchObject({
      delta: 1,
      pairs: 1,
    });
  });
});
