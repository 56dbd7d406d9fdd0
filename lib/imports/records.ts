/**
 * The words of an import. A *source file* is one file of the walked folders; a *format* recognizes it by content and
 * parses it into *records*; what cannot be read becomes a *problem* that names file, line or field, and reason.
 */
import type { Lifecycle, MemoryOutcome, MemoryType, Outcome } from "#lib/db/generated/enums.ts";
import type { RerunSlot } from "#lib/reruns/rerun-id.ts";
import type { JudgeCase } from "#lib/runs/judge-cases.ts";
import type { TestCounts, TrialDetails } from "#lib/runs/trial-details.ts";
import type { Noun } from "./schema.ts";
import type { ColumnMapping } from "./tables/column-mapping.ts";

export type { MemoryOutcome, MemoryType, Outcome };

/** A vector as the source holds it; `dimensions` equals `vector.length`. */
export type SourceVector = { model: string; dimensions: number; vector: number[] };

export type MemoryRecord = {
  kind: "memory";
  path: string;
  line: number | null;
  type: MemoryType;
  benchmark: string;
  taskName: string;
  task: string;
  outcome: MemoryOutcome;
  /** Content in the shape of its type; checked against the schema of memories when it is planned. */
  content: unknown;
  lifecycle: Lifecycle;
  validFrom: string | null;
  validUntil: string | null;
  tags: string[];
  generator: string | null;
  sourceModel: string | null;
  /** Where it came from and what it was mapped to, e.g. "reme -> insight". */
  sourceFormat: string;
  /** The id the source gave it, where it gave one. */
  id: string | null;
  /** The memory's own id, where one of our exports carries it in another format. */
  ownId: string | null;
  /** Natural key: the same record of the same source gives the same key at every import. */
  importKey: string;
  embeddings: SourceVector[];
};

/** One step of a trajectory, as it is stored. */
export type Step = {
  source: "system" | "user" | "agent";
  message?: string;
  reasoning?: string;
  action?: string;
  observation?: string;
  timestamp?: string;
};

/** What a trajectory file says: the steps, and what its header tells of the trial. */
export type TrajectoryRecord = {
  kind: "trajectory";
  path: string;
  line: number | null;
  format: string;
  /** Task or instance id, where the file names one. */
  taskName: string | null;
  /** Benchmark, where the file names one. */
  benchmark: string | null;
  statement: string | null;
  agent: string | null;
  model: string | null;
  steps: Step[];
  /** Why the agent stopped, when that was not an ordinary end. */
  error: string | null;
  /** A score that the file gives without saying what passes. */
  reward?: number | null;
  /** Final scores by metric, where a rule is to say what passes; null where none was given. */
  scores?: Record<string, number | null> | null;
  costUsd: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  startedAt: string | null;
  /** What the file says of the outcome; null and absent: nothing. */
  verdict?: { outcome: Outcome; error: string | null } | null | undefined;
  details?: TrialDetails | undefined;
};

/** One attempt as a results file tells it. A null outcome means that this file does not say. */
export type TrialRecord = {
  kind: "trial";
  /** The rerun of a plan that it is, where its files say so: it belongs to no run then. */
  rerun?: RerunOf;
  path: string;
  line: number | null;
  format: string;
  /** Folder of the trial, or of the results file that lists it. */
  folder: string;
  /** Folder of the run the trial belongs to. */
  runFolder: string;
  /** The source's own id of the trial: the same trial in two files is one trial. */
  sourceId: string | null;
  /** What the trial's files lie under inside the run, for its stored source path. */
  label: string;
  benchmark: string | null;
  taskName: string;
  checksum: string;
  statement: string | null;
  agent: string | null;
  model: string | null;
  outcome: Outcome | null;
  reward: number | null;
  error: string | null;
  costUsd: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  startedAt: string | null;
  durationMs: number | null;
  /** What else of a set-up must be equal for two folders to be repeats; {} where absent. */
  setup?: Record<string, unknown>;
  details?: TrialDetails | undefined;
};

/** Which rerun a trial is of. `fault`: why it can't count as that. */
export type RerunOf = RerunSlot & { fault: string | null };

/** A result of a plan in a file of its own. A subset by ids of memories is turned into bits once the plan is known. */
export type RerunRecord = {
  kind: "rerun";
  path: string;
  line: number | null;
  planId: string;
  subset: number | string[];
  repeat: number;
  outcome: Outcome;
  /** The runner's own id of the attempt. */
  identity: string | null;
  error: string | null;
  costUsd: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  durationMs: number | null;
  startedAt: string | null;
};

/** A verdict on an instance that a report gives apart from the trajectory. */
export type VerdictRecord = {
  kind: "verdict";
  path: string;
  /** "instance": one report a trial; "report": one line of a report over many. */
  level: "instance" | "report";
  taskName: string;
  outcome: Outcome;
  error: string | null;
  details?: TrialDetails | undefined;
};

/** What is known of a run as a whole. */
export type RunRecord = {
  kind: "run";
  path: string;
  folder: string;
  format: string;
  agent: string | null;
  model: string | null;
  benchmark: string | null;
  startedAt: string | null;
  config: Record<string, unknown>;
};

/** A null reward is one that could not be read; `fault` says why. */
export type RewardRecord = { kind: "reward"; path: string; reward: number | null; fault: string | null };
/** A judge over a whole benchmark, against the verifier. */
export type JudgeAuditRecord = {
  kind: "judgeAudit";
  path: string;
  name: string;
  benchmark: string;
  cases: JudgeCase[];
};
/** What the tests of a trial's verifier said. */
export type TestsRecord = { kind: "tests"; path: string; tests: TestCounts };
export type JudgementRecord = { kind: "judgement"; path: string; passed: boolean };

/** Scores that lie beside or above a trajectory: the agent's last and those of the task's baseline. */
export type ScoresRecord = {
  kind: "scores";
  path: string;
  agent: Record<string, number | null> | null;
  baseline: Record<string, number | null> | null;
};

export type RetrievedItem = {
  rank: number;
  similarity: number | null;
  query: string;
  shown: Record<string, unknown>;
};
/** All memories one agent log shows to its trial, ranks counted on over several blocks. */
export type RetrievalRecord = { kind: "retrieval"; path: string; items: RetrievedItem[] };

/** A table and what its columns are; `mapping` is null where nobody has said it yet. */
export type TableRecord = {
  kind: "table";
  path: string;
  columns: { name: string; samples: string[] }[];
  mapping: ColumnMapping | null;
  source: "given" | "saved" | null;
  guess: ColumnMapping | null;
};

export type ProblemRecord = {
  kind: "problem";
  line: number | null;
  field: string | null;
  reason: string;
  /** The thing that was not imported because of it; null when everything else was. */
  rejects: Noun | null;
};

/** A file that is left out by design, counted under `what`; `reason` where that does not speak for itself. */
export type SkippedRecord = { kind: "skipped"; what: string; reason: string | null };

export type ImportRecord =
  | MemoryRecord
  | TrialRecord
  | TrajectoryRecord
  | VerdictRecord
  | RerunRecord
  | RunRecord
  | RewardRecord
  | JudgementRecord
  | JudgeAuditRecord
  | TestsRecord
  | ScoresRecord
  | RetrievalRecord
  | TableRecord
  | SkippedRecord
  | ProblemRecord;

/** Shorthand for the parsers: a problem at a line or JSON path. */
export function problem(
  reason: string,
  at: { line?: number | null; field?: string | null; rejects?: Noun | null } = {},
): ProblemRecord {
  return {
    kind: "problem",
    line: at.line ?? null,
    field: at.field ?? null,
    reason,
    rejects: at.rejects ?? null,
  };
}

/** Shorthand for the parsers: a file that holds nothing to import, and is no problem. */
export function skipped(what: string, reason: string | null = null): SkippedRecord {
  return { kind: "skipped", what, reason };
}
