import type { MemoryType } from "#lib/db/generated/enums.ts";
import type { MemoryBlame } from "./blame.ts";

/** What the plane has on its x axis. */
export const abstractionMeasures = ["lisi", "invariantShare", "lintFindings"] as const;
export type AbstractionMeasure = (typeof abstractionMeasures)[number];

/** One memory of the plane: how abstract it is, and what the tasks it was shown at came to. */
export type AbstractionEffect = {
  memoryId: string;
  title: string;
  type: MemoryType;
  benchmark: string;
  lifecycle: string;
  /** Null = not measured. More = more abstract for the first two, less abstract for the third. */
  abstraction: Record<AbstractionMeasure, number | null>;
  /** Candidate minus baseline share of passed attempts over its tasks, -1 to 1. */
  effect: number;
  /** Bootstrap interval of `effect`, resampled by task; null for a single task. */
  interval: [low: number, high: number] | null;
  /** Retrievals at paired tasks, and those tasks. */
  retrievals: number;
  tasks: number;
  gained: number;
  lost: number;
  /** Exact McNemar, and Benjamini-Hochberg over all memories of the comparison. */
  p: number;
  q: number;
};

/** Where a memory lies: its half of the abstraction axis, and which way its interval points. */
export type AbstractionQuadrant = {
  abstract: boolean;
  /** harmful, helpful = the whole interval lies below, above 0. */
  direction: "harmful" | "helpful" | "unclear";
};

/** What a query knows of a memory that a comparison blamed. */
export type MeasuredMemory = Pick<
  AbstractionEffect,
  "memoryId" | "title" | "type" | "benchmark" | "lifecycle" | "abstraction"
>;

/** Joins memories with what their tasks came to, most harmful first; a memory no paired task retrieved is left out. */
export function abstractionEffects(
  blamed: readonly MemoryBlame[],
  measured: readonly MeasuredMemory[],
): AbstractionEffect[] {
  const byId = new Map(measured.map((memory) => [memory.memoryId, memory]));
  return blamed
    .flatMap(({ memoryId, effect, ci, retrievals, tasks, gained, lost, p, q }) => {
      const memory = byId.get(memoryId);
      return memory ? [{ ...memory, effect, interval: ci, retrievals, tasks, gained, lost, p, q }] : [];
    })
    .sort((a, b) => a.effect - b.effect || b.tasks - a.tasks || a.memoryId.localeCompare(b.memoryId));
}

/**
 * The quadrant of a memory: abstract = at or above the median of the measured ones (at or below, for lint findings).
 * @returns null for a memory without the measure
 */
export function quadrantOf(
  { abstraction, interval }: Pick<AbstractionEffect, "abstraction" | "interval">,
  measure: AbstractionMeasure,
  median: number,
): AbstractionQuadrant | null {
  const value = abstraction[measure];
  if (value === null) return null;
  const abstract = measure === "lintFindings" ? value <= median : value >= median;
  if (!interval || (interval[0] <= 0 && interval[1] >= 0)) return { abstract, direction: "unclear" };
  return { abstract, direction: interval[1] < 0 ? "harmful" : "helpful" };
}

/** Median of a measure over the rows that have it; null when none has. */
export function medianAbstraction(
  rows: readonly Pick<AbstractionEffect, "abstraction">[],
  measure: AbstractionMeasure,
): number | null {
  const values = rows.flatMap(({ abstraction }) => abstraction[measure] ?? []).sort((a, b) => a - b);
  const upper = values[values.length >> 1];
  if (upper === undefined) return null;
  const lower = values[(values.length - 1) >> 1] ?? upper;
  return (lower + upper) / 2;
}
