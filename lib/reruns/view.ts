import type { LatticeEstimates } from "./estimate-effects.ts";
import type { LatticeCell } from "./fold-results.ts";
import type { MemoryDecision } from "./judge-memory.ts";
import type { RerunResultRow, RerunState, StoredPlan } from "./schema.ts";

/** A plan as its page shows it. */
export type PlanView = StoredPlan & {
  id: string;
  taskId: string;
  /** The name is null once the run is gone. */
  base: { id: string; name: string | null };
  candidate: { id: string; name: string | null };
  createdAt: string;
  actor: string;
  results: RerunResultRow[];
  /** By subset. */
  cells: LatticeCell[];
  /** By memory. */
  decisions: MemoryDecision[];
  /** null while a subset has no result. */
  estimates: LatticeEstimates | null;
};

/** A line of the list of plans. */
export type PlanRow = {
  id: string;
  taskId: string;
  baseRunId: string;
  candidateRunId: string;
  task: StoredPlan["task"];
  memories: { id: string; title: string; state: RerunState }[];
  planned: number;
  /** Reruns that ran to their end. */
  done: number;
  createdAt: string;
};

/** A memory that own reruns have confirmed to lose a task. */
export type ConfirmedMemory = {
  memoryId: string;
  planId: string;
  taskId: string;
  baseRunId: string;
  candidateRunId: string;
  task: StoredPlan["task"];
};
