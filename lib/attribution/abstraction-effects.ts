import { median } from "simple-statistics";
import type { MemoryType } from "#lib/db/generated/enums.ts";
import type { MemoryAttribution } from "./memory-attribution.ts";
import type { NamedMemory } from "./schema.ts";

/** What the plane has on its x axis. */
export const abstractionMeasures = ["lisi", "invariantShare", "lintFindings"] as const;
export type AbstractionMeasure = (typeof abstractionMeasures)[number];

/** One memory of the plane: how abstract it is, and what is said of it. */
export type AbstractionEffect = MemoryAttribution & {
  title: string;
  type: MemoryType;
  benchmark: string;
  lifecycle: string;
  /** Null = not measured. More = more abstract for the first two, less abstract for the third. */
  abstraction: Record<AbstractionMeasure, number | null>;
  alikeNamed: NamedMemory[];
  rivalNamed: NamedMemory | null;
};

/** What a query knows of a memory that a comparison attributes changes to. */
export type MeasuredMemory = Pick<
  AbstractionEffect,
  "memoryId" | "title" | "type" | "benchmark" | "lifecycle" | "abstraction"
>;

/** Joins memories with what is said of them and the titles of those they can't be told from, the surest harm first; a memory no paired task retrieved is left out. */
export function abstractionEffects(
  attributed: readonly MemoryAttribution[],
  measured: readonly MeasuredMemory[],
  titles: ReadonlyMap<string, string>,
): AbstractionEffect[] {
  const named = (id: string) => ({ id, title: titles.get(id) ?? id });
  const byId = new Map(measured.map((memory) => [memory.memoryId, memory]));
  return attributed.flatMap((row) => {
    const memory = byId.get(row.memoryId);
    if (!memory) return [];
    const rivalNamed = row.rival === null ? null : named(row.rival);
    return { ...row, ...memory, alikeNamed: row.alike.map(named), rivalNamed };
  });
}

/**
 * Whether a memory is abstract: at or above the median of the measured ones (at or below, for lint findings).
 * @returns null for a memory without the measure
 */
export function isAbstract(
  { abstraction }: Pick<AbstractionEffect, "abstraction">,
  measure: AbstractionMeasure,
  median: number,
): boolean | null {
  const value = abstraction[measure];
  if (value === null) return null;
  return measure === "lintFindings" ? value <= median : value >= median;
}

/**
 * What a page shows of the memories, and where abstract begins among these, not among all.
 * @param leastTasks memories shown at fewer paired tasks are left out
 */
export function shownEffects<Row extends Pick<AbstractionEffect, "abstraction" | "tasks">>(
  all: readonly Row[],
  leastTasks: number,
  measure: AbstractionMeasure,
): { rows: Row[]; median: number | null } {
  const rows = all.filter(({ tasks }) => tasks >= leastTasks);
  return { rows, median: medianAbstraction(rows, measure) };
}

/** Median of a measure over the rows that have it; null when none has. */
export function medianAbstraction(
  rows: readonly Pick<AbstractionEffect, "abstraction">[],
  measure: AbstractionMeasure,
): number | null {
  const values = rows.flatMap(({ abstraction }) => abstraction[measure] ?? []);
  return values.length === 0 ? null : median(values);
}
