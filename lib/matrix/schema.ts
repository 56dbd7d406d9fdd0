/**
 * The words of this folder.
 * - matrix: benchmarks (rows) by runs (columns), one measure at a time, each run against its baseline.
 * - baseline: the run a run is compared with; automatic = the newest zero-shot run of the same model with a benchmark in common.
 * - cell: one run at one benchmark. Its value is over all of the run's tasks there, its difference over paired tasks.
 * - arrow: the direction of a difference with q <= .05 over all differences of the table. Anything else has none.
 * - run facts: what is known of a run beside its trials (pool size, retrieval method, agent version, ...).
 */
import type { MemoryType } from "#lib/db/generated/enums.ts";
import type { RunArm, RunScope } from "#lib/runs/schema.ts";
import type { EffortName, TaskEffort } from "#lib/transfer/effort.ts";
import type { TaskName } from "#lib/transfer/schema.ts";

/** pass: pass@k, at least one of k attempts. all: pass^k, all of k attempts. Both unbiased. */
const SHARE_MEASURES = ["pass", "all"] as const;
/** Means over tasks of the mean over attempts; "Solved": the same tasks' total over the attempts expected to pass. */
const EFFORT_MEASURES = [
  "cost",
  "costSolved",
  "tokens",
  "tokensSolved",
  "steps",
  "stepsSolved",
  "time",
  "timeSolved",
] as const;
export const MEASURES = [...SHARE_MEASURES, ...EFFORT_MEASURES] as const;
export type MeasureKind = (typeof MEASURES)[number];
export type Measure = { kind: MeasureKind; k: number };

/** Which field of a task's effort a measure reads, and whether it is divided by what was solved. */
export const effortOf: Partial<Record<MeasureKind, { field: EffortName; perSolved: boolean }>> = {
  cost: { field: "costUsd", perSolved: false },
  costSolved: { field: "costUsd", perSolved: true },
  tokens: { field: "tokens", perSolved: false },
  tokensSolved: { field: "tokens", perSolved: true },
  steps: { field: "steps", perSolved: false },
  stepsSolved: { field: "steps", perSolved: true },
  time: { field: "durationMs", perSolved: false },
  timeSolved: { field: "durationMs", perSolved: true },
};

export const GROUPINGS = ["none", "model", "type", "scope", "release"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A difference is called real at this q. */
export const ARROW_LEVEL = 0.05;

/** One task of one run. An errored attempt counts as not passed, a missing one is not counted. */
export type RunTask = TaskName & {
  passed: number;
  /** Attempts that count: passed, failed and errored. */
  scored: number;
  errored: number;
  missing: number;
  /** One of its trials, the first. */
  trialId: string;
  effort: TaskEffort | null;
};

export type MatrixRun = {
  id: string;
  name: string;
  arm: RunArm;
  memoryType: MemoryType | null;
  scope: RunScope | null;
  model: string | null;
  agent: string | null;
  release: string | null;
  benchmarks: string[];
  /** ISO time of the import. */
  createdAt: string;
  synthetic: boolean;
  incomplete: boolean;
  /** The run it is compared with; null = none. */
  baselineId: string | null;
};

export type CellTest = {
  /** Two-sided, not adjusted. */
  p: number;
  name: string;
};

export type MatrixCell = {
  runId: string;
  /** A share, or dollars, tokens, steps or milliseconds; null where nothing was recorded: unknown is not 0. */
  value: number | null;
  /** Of shares: the sum of the tasks' estimates, the k of k/n. */
  solved: number;
  /** Tasks the value is over. */
  n: number;
  /** Run minus baseline, over paired tasks. */
  delta: number | null;
  /** 95% score interval of delta, of shares only. */
  ci: [number, number] | null;
  pairs: number;
  test: CellTest | null;
  /** Benjamini-Hochberg over all tests of the table. */
  q: number | null;
  arrow: "up" | "down" | null;
};

export type MatrixRow = {
  /** "micro" and "macro" are the averages. */
  benchmark: string;
  kind: "benchmark" | "micro" | "macro";
  cells: MatrixCell[];
};

export type Matrix = {
  measure: Measure;
  runs: MatrixRun[];
  rows: MatrixRow[];
  /** Differences tested, and how many have p <= .05 before the adjustment. */
  tests: number;
  below: number;
  /** How many of them would by chance alone, at most. */
  belowByChance: number;
};
