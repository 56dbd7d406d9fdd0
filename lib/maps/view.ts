import type { ProjectedType, ProjectionFilter } from "./schema.ts";

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
  /** At params.quality.k neighbors; null where too few points are there to say. */
  trustworthiness: number | null;
  neighborRecall: number | null;
  seconds: number;
  /** When its vectors were read, ISO 8601. */
  asOf: string;
  drift: ProjectionDrift;
  /** Nothing changed, came or went since, or all that did is placed. */
  current: boolean;
};
