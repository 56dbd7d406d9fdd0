/**
 * The words of this folder.
 * - report: one comparison with all that belongs to it, as one file that opens from disk and asks nobody for anything.
 */
import type { AttributionCase } from "#lib/attribution/attribution-case.ts";
import type { FairItem } from "#lib/matrix/fair-check.ts";
import type { Matrix } from "#lib/matrix/schema.ts";
import type { RunArm, RunScope } from "#lib/runs/schema.ts";
import type { RunComparison } from "#lib/transfer/schema.ts";

/** What is known of a run beside its outcomes. */
export type ReportedRun = {
  id: string;
  name: string;
  arm: RunArm;
  scope: RunScope | null;
  memoryType: string | null;
  model: string | null;
  agent: string | null;
  release: string | null;
  source: string;
  /** ISO time. */
  importedAt: string;
  trials: number;
  synthetic: boolean;
};

export type Report = {
  base: ReportedRun;
  candidate: ReportedRun;
  compared: RunComparison;
  /** pass@1 of all runs against the baseline. */
  matrix: Matrix;
  cases: AttributionCase[];
  /** What is alike in both runs beside the memory; null of a run against itself. */
  fairness: FairItem[] | null;
  /** That the import of a run was cut off; null where both are whole. */
  incomplete: string | null;
  /** The difference by a judge corrected by the verified attempts; null where that does not apply. */
  judged: string | null;
  made: {
    /** ISO time. */
    at: string;
    version: string;
    node: string;
    /** Moves with every write to what the report is made of: two reports of one revision say the same. */
    revision: string;
  };
};
