import type { MemoryType } from "#lib/db/generated/enums.ts";
import type { AbstractionResult, ProjectedType } from "./schema.ts";

/** A stored map as pages show it, without its points. */
export type ProjectionSummary = {
  id: string;
  type: ProjectedType;
  space: string;
  algorithm: string;
  n: number;
  seed: number;
  /** neighbors, requestedNeighbors, minDist, epochs, start, metric, quality {k, points} */
  params: Record<string, unknown>;
  versions: Record<string, unknown>;
  /** At params.quality.k neighbours; null where too few points are there to say. */
  trustworthiness: number | null;
  neighborRecall: number | null;
  seconds: number;
  /** When its vectors were read, ISO 8601. */
  asOf: string;
  /** false once a memory of that type came, changed or was embedded anew. */
  current: boolean;
};

/** One type's abstraction beside the paper's. */
export type AbstractionRow = {
  type: MemoryType;
  /** null = never measured: queue a metrics job. */
  measured: (AbstractionResult & { asOf: string; current: boolean }) | null;
  /** Published, for the benchmark label on the vectors only; null for the others. */
  paper: { dbi: number; lisi: number } | null;
};
