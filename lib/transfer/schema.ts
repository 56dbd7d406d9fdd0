import type { MemoryType } from "#lib/db/generated/enums.ts";
/**
 * The words of this folder.
 * - baseline, candidate: the two runs of a comparison; the change is read from baseline to candidate.
 * - pair: one task that both runs tried. Statistics are over pairs, never over loose tasks.
 * - solved: passed in at least one of the first k attempts (any-of-first-k). Not pass@k, which is an estimate.
 *   Where one side has fewer than k, both are judged by as many: more attempts alone must not win a task.
 * - gained, lost, kept, never: the paired outcome of a task. Not "flip" alone.
 * - suspected, supported, confirmed: how far a lost task is shown to be negative transfer.
 * - micro: averaged over tasks. macro: averaged over benchmarks. An average is never left unnamed.
 */
import type { ClusteredError } from "#lib/metrics/clustered-error.ts";
import type { SignFlipTest } from "#lib/metrics/sign-flip-test.ts";
import type { Outcome, OutcomeCounts, RunArm, TrialDetail } from "#lib/runs/schema.ts";
import type { StepAlignment } from "./align-steps.ts";

export const PAIRED_OUTCOMES = ["gained", "lost", "kept", "never"] as const;
export type PairedOutcome = (typeof PAIRED_OUTCOMES)[number];

/** confirmed needs an ablation run (the same task without the suspected memory); none can be imported yet. */
type LossEvidence = "suspected" | "supported" | "confirmed";

/** What lists of paired tasks can be narrowed to; errored: lost or gained on an errored attempt. */
export const EVIDENCE_FILTERS = ["supported", "suspected", "errored"] as const;
export type EvidenceFilter = (typeof EVIDENCE_FILTERS)[number];

/** One trial as a comparison reads it. `checksum` is "" when unknown, `attempt` is 1-based. */
export type ComparedTrial = {
  taskId: string;
  benchmark: string;
  taskName: string;
  checksum: string;
  attempt: number;
  outcome: Outcome;
};

export type CompareOptions = {
  /** Attempts 1 to k decide whether a task counts as solved; also the largest k of pass@k. Default 3. */
  k?: number;
  /** Leave errored attempts out instead of counting them as not passed. Default false. */
  excludeErrored?: boolean;
  /** Of the intervals, 0 to 1. Default 0.95. */
  confidence?: number;
};

/** What one run did at one task. */
export type TaskTally = {
  outcomes: OutcomeCounts;
  /** Attempts that count, and how many of them passed: over all attempts. */
  scored: number;
  passed: number;
  /** Whether each counted attempt among the attempts 1 to k passed, in order. */
  firstK: boolean[];
  /** Whether the same attempts errored (an errored one that counts has not passed). */
  firstKErrored: boolean[];
};

export type TaskName = { taskId: string; benchmark: string; taskName: string; checksum: string };

export type PairedTask = TaskName & {
  /** The candidate's task row: another id than `taskId` when only one side knows the checksum. */
  candidateTaskId: string;
  outcome: PairedOutcome;
  /** Attempts of each side that decide the outcome: k, or as many as both sides have. */
  compared: number;
  base: TaskTally;
  candidate: TaskTally;
  /** Candidate's share of passed attempts minus the baseline's, -1 to 1. */
  effect: number;
  /**
   * Of lost and gained tasks: whether an errored attempt is among those that failed to solve it. Such a loss may be the
   * infrastructure's: it stays suspected.
   */
  errored: boolean;
  /**
   * Of lost tasks without such an attempt: the chance that the candidate would pass as rarely were the attempts of both
   * runs dealt out anew (Fisher's exact test, one-sided).
   */
  noiseP: number | null;
  /** Share of false ones among the lost tasks with this noiseP or less, at most (see assess-losses.ts). */
  noiseQ: number | null;
  /** Of lost tasks only. */
  evidence: LossEvidence | null;
};

export type UnmatchedTask = TaskName & {
  /** absent: the other run has no such task; changed: the checksums differ; unscored: no attempt of 1 to k counts. */
  reason: "absent" | "changed" | "unscored";
};

/** A paired difference of shares. Everything is null when no task has enough attempts: unknown is not 0. */
export type Difference = {
  base: number | null;
  candidate: number | null;
  /** candidate - base, in shares (0.04 = 4 points). */
  delta: number | null;
  /** Score interval of delta over tasks; null below two tasks. */
  ci: [number, number] | null;
  /** Pairs with at least k counted attempts on both sides. */
  tasks: number;
  /** Sums of the per-task estimates: the k of "k/n tasks". */
  baseSolved: number;
  candidateSolved: number;
};

/** Of the tasks gained and lost. */
type McNemar = {
  /** gained + lost */
  discordant: number;
  /** Exact, two-sided. */
  p: number;
};

/** pass@k by k: "1", "3" and the k asked for. */
type PassAtByK = Record<string, Difference>;

/**
 * The least difference of pass rates, either way, that would reach p <= 0.05 had every task differed by as much as it
 * did: as a share, and in tasks. Null when no signs of them could: the comparison is too small to show any difference.
 */
type SmallestEffect = { net: number; share: number };

/** Two runs of one configuration: the standard deviation of their difference of pass rates, from repeats at the same tasks. */
export type RepeatNoise = {
  sd: number;
  /** Whose attempts tell: the baseline's, or where it was not repeated, the candidate's. */
  of: "baseline" | "candidate";
  /** Tasks with two or more counted attempts. */
  tasks: number;
};

/** What the differences of pass rates of some tasks come to beyond their mean. */
export type RateStatistics = {
  /** Of the tasks' differences of pass rates; exact McNemar where every task has one attempt on both sides. */
  test: SignFlipTest;
  smallestEffect: SmallestEffect | null;
  /** Null without repeats. */
  repeatNoise: RepeatNoise | null;
  /** Of the difference of pass rates, over repositories; null where task names tell of fewer than three. */
  clustered: ClusteredError | null;
};

export type BenchmarkComparison = Omit<RateStatistics, "test"> & {
  benchmark: string;
  pairs: number;
  gained: number;
  lost: number;
  kept: number;
  never: number;
  errored: ErroredCounts;
  /** q: Benjamini-Hochberg over the benchmarks of this comparison. */
  test: SignFlipTest & { q: number };
  mcnemar: McNemar & { q: number };
  passAt: PassAtByK;
  /** Points that one task is worth: 100 / pairs. */
  pointsPerTask: number;
};

/** How many of the lost and the gained tasks rest on an errored attempt (`errored` of PairedTask). */
export type ErroredCounts = { lost: number; gained: number };

/** What chance alone does: to the baseline's own attempts, and to the pairs if memory changed nothing. */
export type Noise = {
  /** Tasks of the baseline with two or more attempts that ran to their end. */
  tasks: number;
  /** Chance that two attempts of the baseline at one task differ; null without repeats. */
  flipRate: number | null;
  /** Tasks that chance alone would lose without an errored attempt; null without pairs. */
  expectedLost: number | null;
  /** That number lies here with a chance of 95% or more. */
  expectedLostInterval: [number, number] | null;
  /** How many would look as bad as the supported ones by chance alone; null when none is supported. */
  expectedSupported: number | null;
  /** Pairs with enough attempts that a loss there could be supported. 0: too few repeats to say anything. */
  repeatedPairs: number;
};

/** One way in which the attempts without an answer could have ended. */
export type BoundCase = {
  gained: number;
  lost: number;
  p: number;
  direction: "better" | "worse" | "unclear";
};

/** How much the verdict hangs on attempts that errored or are missing. */
export type OutcomeBounds = {
  /** How many there are of each run, over all pairs and those unscored. */
  unknown: { base: number; candidate: number };
  /** All of the candidate's had passed, all of the baseline's failed. */
  best: BoundCase;
  /** The reverse. */
  worst: BoundCase;
};

/** The answer of `carryover compare --json`, and what every table, chart and download of a comparison draws. */
export type Comparison = RateStatistics & {
  options: Required<CompareOptions>;
  pairs: number;
  unmatched: { base: UnmatchedTask[]; candidate: UnmatchedTask[] };
  gained: number;
  lost: number;
  kept: number;
  never: number;
  /** Lost tasks by how far they are shown to be negative transfer. */
  evidence: { suspected: number; supported: number; confirmed: number };
  errored: ErroredCounts;
  bounds: OutcomeBounds;
  mcnemar: McNemar;
  /** Same as micro. */
  passAt: PassAtByK;
  /** Averaged over tasks. */
  micro: PassAtByK;
  /** Averaged over benchmarks, each counting the same. */
  macro: PassAtByK;
  byBenchmark: BenchmarkComparison[];
  /** Of the paired tasks, all attempts. */
  attempts: { base: OutcomeCounts; candidate: OutcomeCounts };
  /** Pairs whose sides have unequally many counted attempts among the first k: the outcome leaves the surplus out. */
  unevenPairs: number;
  pointsPerTask: number | null;
  noise: Noise;
  tasks: PairedTask[];
};

/** One of the two runs of a comparison. */
export type ComparedRun = {
  id: string;
  name: string;
  arm: RunArm;
  /** The type of the memories shown; null without memory or of all types. */
  memoryType: MemoryType | null;
  model: string | null;
};

export type RunComparison = { base: ComparedRun; candidate: ComparedRun; comparison: Comparison };

/** One attempt of a side, as the carousel lists it. */
export type AttemptLink = { trialId: string; attempt: number; outcome: Outcome };

export type PairedTaskDetail = {
  base: ComparedRun;
  candidate: ComparedRun;
  task: PairedTask;
  attempts: { base: AttemptLink[]; candidate: AttemptLink[] };
  /** The open attempt of each side. */
  open: { base: TrialDetail; candidate: TrialDetail };
  /** Null when a side has no trajectory. */
  alignment: StepAlignment | null;
  /** Neighbors in the list that was asked for, in its order: for going on with one key. */
  previousTaskId: string | null;
  nextTaskId: string | null;
  /** Where the task stands in that list; null when it is not in it. */
  position: { index: number; of: number } | null;
};
