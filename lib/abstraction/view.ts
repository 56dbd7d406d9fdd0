import type { MemoryType } from "#lib/db/generated/enums.ts";
import type { AbstractionChange, AbstractionResult } from "./schema.ts";

/** One type's abstraction beside the paper's. */
export type AbstractionRow = {
  type: MemoryType;
  /** null = never measured: queue a metrics job. */
  measured: (AbstractionResult & { asOf: string; current: boolean }) | null;
  /** Published, for the benchmark label on the vectors only; null for the others. */
  paper: { dbi: number; lisi: number } | null;
};

/** All types measured together; the paper has no such value. */
export type OverallAbstraction = AbstractionRow["measured"];

/** One measurement of a history, oldest first. */
export type MetricHistoryPoint = {
  id: string;
  /** The pool was measured like this from `asOf` to `until`, ISO 8601. */
  asOf: string;
  until: string;
  result: AbstractionResult;
  /** How it compares with the measurement before it; null for the first, and where that one's members were not kept. */
  change: AbstractionChange | null;
  /** Same hash = same memories, labels and vectors. */
  inputHash: string;
  /** Names of the releases made while this was the newest measurement. */
  releases: string[];
};

/** What is known of one memory beyond its fields; null = not measured, never 0. */
export type MemoryMeasures = {
  memoryId: string;
  /** Effective number of labels among its neighbors of the same type, 1 and up. */
  lisi: number | null;
  /** Share of its embedding that does not tell its label, about 0 to 1; null in labels of fewer than five. */
  invariantShare: number | null;
  /** How much its nearest speak for one other label than its own, -1 to 1. */
  foreignNeighbors: number | null;
  /** Findings of the linter for the memory as it is now. */
  lintFindings: number;
  /** How often a trial was shown it. */
  retrievals: number;
};
