import type { TrialDetails } from "#lib/runs/trial-details.ts";
import type { MemoryType, Outcome, RerunOf } from "./records.ts";
import type { Decided, Grouping } from "./run-choices.ts";
import type { RetrievalFact, TrajectoryFact } from "./run-facts.ts";

/** One trial with all that its files say, ready to be compared with the database. */
export type AssembledTrial = {
  /** Shown path of the file that gave the outcome, for the report. */
  path: string;
  /** Where it came from, below the folder that holds the run: equal at every import of the same run. */
  sourcePath: string;
  /** The same wherever the trial's files lie: see trial-identity.ts. */
  identity: string;
  benchmark: string;
  /** As the files spell it, where that is not how it is stored. */
  spelledBenchmark?: string;
  taskName: string;
  checksum: string;
  statement: string | null;
  outcome: Outcome;
  reward: number | null;
  error: string | null;
  judgement: boolean | null;
  costUsd: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  startedAt: string | null;
  durationMs: number | null;
  trajectory: TrajectoryFact | null;
  retrieval: RetrievalFact | null;
  details?: TrialDetails | undefined;
};

/** A trial with what decides which run it belongs to. */
export type PlacedTrial = Omit<AssembledTrial, "identity"> & {
  /** The rerun of a plan that it is: it belongs to no run then. */
  rerun?: RerunOf;
  /** Absolute folder of the run, with "/". */
  runFolder: string;
  /** The harness's own id of the trial. */
  sourceId: string | null;
  format: string;
  agent: string | null;
  model: string | null;
  /** What else of a set-up must be equal for two folders to be repeats: data set, agent arguments. */
  setup: Record<string, unknown>;
  config: Record<string, unknown>;
  runStartedAt: string | null;
};

export type AssembledRun = {
  importKey: string;
  /** What a choice about it is asked for under; differs from the import key once the run is known by its trials. */
  choiceKey: string;
  name: string;
  arm: "zero_shot" | "memory";
  memoryType: MemoryType | null;
  scope: "in_domain" | "cross_domain" | null;
  model: string | null;
  agent: string | null;
  source: string;
  config: Record<string, unknown>;
  startedAt: string | null;
  /** Key of the proposed group, how it is taken (null where there is nothing to decide), and how many folders the run has. */
  group: string;
  grouping: Grouping | null;
  folders: number;
  /** What a person decided of it. */
  decided: Decided;
  /** In the order in which attempts are numbered. */
  trials: AssembledTrial[];
};
