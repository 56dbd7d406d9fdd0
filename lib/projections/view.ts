import type { MemoryType } from "#lib/db/generated/enums.ts";
import type { AbstractionChange, AbstractionResult, ProjectedType, ProjectionFilter } from "./schema.ts";

/** How far the pool has moved on since a map was laid out. All 0 = the map is of now. */
export type ProjectionDrift = {
  /** On the map, but embedded anew since, or waiting to be. */
  changed: number;
  /** Embedded since, and not among the points laid out. */
  added: number;
  /** On the map, but no longer in the pool or not matching its filter any more. */
  gone: number;
  /** Of the changed and added: how many are placed on the map as they are now. */
  placed: number;
};

/** Some memory came or changed and is not yet placed among the others. */
export function hasUnplaced({ changed, added, placed }: ProjectionDrift): boolean {
  return placed < changed + added;
}

/** A stored map as pages show it, without its points. */
export type ProjectionSummary = {
  id: string;
  type: ProjectedType;
  space: string;
  spaceId: string;
  /** Which memories of the type; {} = all of them. */
  filter: ProjectionFilter;
  algorithm: string;
  n: number;
  seed: number;
  /** neighbors, requestedNeighbors, minDist, epochs, start, metric, quality {k, points, searchRecall} */
  params: Record<string, unknown>;
  versions: Record<string, unknown>;
  inputHash: string;
  /** At params.quality.k neighbours; null where too few points are there to say. */
  trustworthiness: number | null;
  neighborRecall: number | null;
  seconds: number;
  /** When its vectors were read, ISO 8601. */
  asOf: string;
  drift: ProjectionDrift;
  /** Nothing changed, came or went since, or all that did is placed. */
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
  /** Effective number of labels among its neighbours of the same type, 1 and up. */
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
