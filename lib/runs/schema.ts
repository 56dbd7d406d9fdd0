/**
 * The words of this folder.
 * - run: one agent configuration over a set of tasks. Not "experiment", not "job".
 * - trial: one attempt at one task in one run.
 * - attempt: the 1-based index of a trial within its run and task; pass@k is over attempts.
 * - outcome: passed, failed, errored or missing. Errored is not failed; missing is never 0.
 * - trajectory: the steps of a trial. Not "trace", not "log".
 */
import { z } from "zod";
import type { Arm, MemoryScope, Outcome } from "#lib/db/generated/enums.ts";
import type { RunSetup } from "./run-setup.ts";
import type { SolvedWithin } from "./solved-within.ts";
import type { TrialDetails } from "./trial-details.ts";

export const OUTCOMES = ["passed", "failed", "errored", "missing"] as const satisfies readonly Outcome[];
export type { Outcome };

export type RunArm = Arm;
export type RunScope = MemoryScope;

/** How many trials came to which outcome. */
export type OutcomeCounts = Record<Outcome, number>;

export function emptyOutcomes(): OutcomeCounts {
  return { passed: 0, failed: 0, errored: 0, missing: 0 };
}

/**
 * pass@k of a set of tasks: the unbiased estimator, averaged over tasks (micro).
 * `value` is null when no task has k scored attempts: not known is not 0.
 */
export type PassAt = {
  k: number;
  /** Share, 0 to 1. */
  value: number | null;
  /** Sum of the estimates: how many of `tasks` are solved. Whole at k = attempts. */
  solved: number;
  /** Tasks with at least k scored attempts. */
  tasks: number;
};

/** One line of the table of runs, and of `carryover runs --json`. */
export type RunRow = {
  id: string;
  name: string;
  arm: RunArm;
  memoryType: string | null;
  scope: RunScope | null;
  model: string | null;
  agent: string | null;
  synthetic: boolean;
  /** An import of it was cut off: trials are missing. Importing the same again completes it. */
  incomplete: boolean;
  /** ISO time of the import. */
  createdAt: string;
  benchmarks: string[];
  tasks: number;
  trials: number;
  outcomes: OutcomeCounts;
  /** Same as passAt[0].value, under the name the CLI promises. */
  passAt1: number | null;
  passAt3: number | null;
  /** k = 1 and k = 3, with their counts. */
  passAt: PassAt[];
};

/** One benchmark of one run. */
export type RunBenchmarkRow = {
  benchmark: string;
  tasks: number;
  trials: number;
  outcomes: OutcomeCounts;
  passAt: PassAt[];
};

export type RunDetail = RunRow & {
  /** Is it known what was imported? */
  canImportAgain: boolean;
  source: string;
  startedAt: string | null;
  config: unknown;
  /** What is known of its setup, and what of that a person stated. */
  setup: RunSetup;
  statedSetup: RunSetup;
  /** Of harnesses that let the agent try again after the tests; [] for all others. No pass@k. */
  solvedWithin: SolvedWithin[];
  /** By which rule MLGym's scores became outcomes; null = none did. */
  mlgymRule: string | null;
  byBenchmark: RunBenchmarkRow[];
  /** Largest attempt index of the run: columns of the task table. */
  maxAttempt: number;
};

/** One task of a run with the outcome of each attempt. */
export type RunTaskRow = {
  taskId: string;
  benchmark: string;
  taskName: string;
  attempts: { trialId: string; attempt: number; outcome: Outcome }[];
};

export type TrialRow = {
  id: string;
  runId: string;
  runName: string;
  taskId: string;
  benchmark: string;
  taskName: string;
  attempt: number;
  outcome: Outcome;
  error: string | null;
  stepCount: number | null;
  retrievals: number;
  costUsd: number | null;
  durationMs: number | null;
};

/** One step of a trajectory as stored. Loose: a foreign agent may leave out any part. */
export const trajectoryStepSchema = z.looseObject({
  source: z.string().nullish(),
  message: z.string().nullish(),
  reasoning: z.string().nullish(),
  action: z.string().nullish(),
  observation: z.string().nullish(),
  timestamp: z.string().nullish(),
});

export type TrajectoryStep = {
  source: string;
  message: string | null;
  reasoning: string | null;
  action: string | null;
  observation: string | null;
};

/** What a trial was shown at one rank, and what has become of that memory since. */
export type RetrievalRow = {
  id: string;
  rank: number;
  similarity: number | null;
  query: string;
  /** Null when no memory of the pool matches the log. */
  memoryId: string | null;
  memoryVersion: number | null;
  title: string;
  /** What the agent read: the text in the log, else that of the revision it was shown, else all the log says of it. */
  shown: string;
  type: string | null;
  benchmark: string | null;
  /** Of the memory as it is now; null when the pool does not hold it. */
  lifecycle: string | null;
  validUntil: string | null;
  currentVersion: number | null;
};

export type TrialDetail = TrialRow & {
  reward: number | null;
  judgement: boolean | null;
  details: TrialDetails | null;
  inputTokens: number | null;
  outputTokens: number | null;
  startedAt: string | null;
  sourcePath: string;
  /** Files it was imported from, where they were kept. */
  originals: { kind: string; name: string; size: number }[];
  statement: string | null;
  trajectory: { format: string; stepCount: number; steps: TrajectoryStep[] } | null;
  retrieved: RetrievalRow[];
};
