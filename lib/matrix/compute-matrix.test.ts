import { describe, expect, it } from "vitest";
import { computeMatrix } from "./compute-matrix.ts";
import type { Matrix, Measure } from "./schema.ts";
import { runOf, tasksOf } from "./testing.ts";

const pass1: Measure = { kind: "pass", k: 1 };

function matrixOf(
  runs: Record<string, Record<string, string>>,
  measure: Measure = pass1,
  baselines: Record<string, string> = { memory: "base" },
): Matrix {
  const tasks = new Map(Object.entries(runs).map(([id, its]) => [id, tasksOf(its)]));
  const columns = Object.keys(runs).map((id) => runOf({ id, baselineId: baselines[id] ?? null }));
  return computeMatrix(columns, tasks, measure);
}

const cell = (matrix: Matrix, benchmark: string, runId: string) => {
  const found = matrix.rows
    .find((row) => row.benchmark === benchmark)
    ?.cells.find((each) => each.runId === runId);
  if (!found) throw new Error(`There is no cell ${benchmark}, ${runId}.`);
  return found;
};

describe("computeMatrix, values", () => {
  const runs = {
    base: { "a/1": "ppf", "a/2": "fff", "b/1": "ppp" },
    memory: { "a/1": "ppp", "a/2": "pff", "b/1": "pfe", "b/2": "mmm" },
  };

  it("gives pass@k and pass^k of each run and benchmark, with k/n", () => {
    // pass@1 of a: (2/3 + 0) / 2; pass@3: (1 + 0) / 2; pass^3: 0; pass^2: C(2,2)/C(3,2) = 1/3 of one task of two.
    expect(cell(matrixOf(runs), "a", "base")).toMatchObject({ value: expect.closeTo(1 / 3, 12), n: 2 });
    expect(cell(matrixOf(runs, { kind: "pass", k: 3 }), "a", "base")).toMatchObject({ value: 0.5, n: 2 });
    expect(cell(matrixOf(runs, { kind: "all", k: 3 }), "a", "base")).toMatchObject({ value: 0, solved: 0 });
    expect(cell(matrixOf(runs, { kind: "all", k: 2 }), "a", "base").value).toBeCloseTo(1 / 6, 12);
  });

  it("counts an errored attempt as not passed and a task without outcomes not at all", () => {
    expect(cell(matrixOf(runs), "b", "memory")).toMatchObject({ value: expect.closeTo(1 / 3, 12), n: 1 });
  });

  it("keeps micro (per task) and macro (per benchmark) apart", () => {
    expect(cell(matrixOf(runs), "micro", "base").value).toBeCloseTo((2 / 3 + 0 + 1) / 3, 12);
    expect(cell(matrixOf(runs), "macro", "base").value).toBeCloseTo((1 / 3 + 1) / 2, 12);
    expect(cell(matrixOf(runs), "micro", "memory").delta).toBeCloseTo((1 / 3 + 1 / 3 - 2 / 3) / 3, 12);
    expect(cell(matrixOf(runs), "macro", "memory").delta).toBeCloseTo((1 / 3 - 2 / 3) / 2, 12);
  });

  it("knows nothing where there are too few attempts: unknown is not 0", () => {
    expect(cell(matrixOf(runs, { kind: "pass", k: 5 }), "a", "base")).toMatchObject({ value: null, n: 0 });
    expect(cell(matrixOf(runs, { kind: "cost", k: 1 }), "micro", "memory")).toMatchObject({
      value: null,
      delta: null,
      test: null,
    });
  });

  it("has no difference without a baseline, and none with a baseline of other tasks", () => {
    expect(cell(matrixOf(runs), "a", "base")).toMatchObject({ delta: null, test: null, q: null, pairs: 0 });
    const other = matrixOf({ base: { "c/9": "p" }, memory: { "a/1": "p" } });
    expect(cell(other, "a", "memory")).toMatchObject({ value: 1, delta: null, ci: null, test: null });
  });
});

describe("computeMatrix, effort", () => {
  const effort = (costUsd: number | null) => ({ costUsd, tokens: null, durationMs: null, steps: null });
  const tasks = tasksOf({ 1: "pp", 2: "pf", 3: "ff", 4: "pp" }).map((task, i) => ({
    ...task,
    effort: effort([1, 2, 3, null][i] ?? null),
  }));
  const at = (kind: Measure["kind"]) =>
    computeMatrix([runOf({ id: "r" })], new Map([["r", tasks]]), { kind, k: 1 }).rows[0]?.cells[0];

  it("is a mean over the tasks that recorded it", () => {
    expect(at("cost")).toMatchObject({ value: 2, n: 3, ci: null, test: null });
  });

  it("is, per solved task, the total over the attempts expected to pass", () => {
    expect(at("costSolved")?.value).toBeCloseTo((1 + 2 + 3) / (1 + 0.5 + 0), 12);
  });
});

describe("computeMatrix, which differences are called real", () => {
  const many = (count: number, attempts: string, benchmark = "a") =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`${benchmark}/${i}`, attempts]));

  it("is McNemar's test with one attempt per task, and draws an arrow at q <= .05 only", () => {
    const matrix = matrixOf({
      base: { ...many(8, "f"), ...many(3, "p", "b") },
      memory: { ...many(8, "p"), ...many(3, "f", "b") },
    });
    // scipy.stats.binomtest(8, 8).pvalue; binomtest(3, 3); binomtest(8, 11); BH: false_discovery_control([...]).
    expect(cell(matrix, "a", "memory").test).toEqual({
      p: expect.closeTo(0.0078125, 12),
      name: "exact McNemar test",
    });
    expect(cell(matrix, "b", "memory").test?.p).toBeCloseTo(0.25, 12);
    expect(cell(matrix, "micro", "memory").test?.p).toBeCloseTo(0.2265625, 12);
    expect(cell(matrix, "a", "memory")).toMatchObject({ q: expect.closeTo(0.0234375, 12), arrow: "up" });
    expect(cell(matrix, "b", "memory")).toMatchObject({ q: expect.closeTo(0.25, 12), arrow: null });
    expect(matrix).toMatchObject({ tests: 3, below: 1 });
    expect(matrix.belowByChance).toBeCloseTo(0.15, 12);
  });

  it("adjusts over the whole table: the same difference has no arrow among enough others", () => {
    const names = Array.from({ length: 9 }, (_, i) => `same${i}`);
    const runs = { base: many(8, "f"), memory: many(8, "p") };
    const others = Object.fromEntries(names.map((name) => [name, many(8, "f")]));
    const baselines = Object.fromEntries([...names, "memory"].map((name) => [name, "base"]));
    const matrix = matrixOf({ ...runs, ...others }, pass1, baselines);
    // Two tests of 20 have p = 1/128 (the benchmark and the average): q = 20/128/2.
    expect(cell(matrix, "a", "memory")).toMatchObject({ q: expect.closeTo(0.078125, 12), arrow: null });
    expect(matrix.tests).toBe(20);
  });
});
