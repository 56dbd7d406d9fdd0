import { memoryTypes } from "#lib/memories/content.ts";
import { describeArm } from "#lib/runs/describe-arm.ts";
import type { Grouping, MatrixRun } from "./schema.ts";

/** Columns that belong together under one heading; "" without grouping. */
export type RunGroup = { label: string; runs: MatrixRun[] };

/** Runs in the order of the columns: by group, zero-shot first, then by memory type, scope and age. */
export function groupRuns(runs: readonly MatrixRun[], grouping: Grouping): RunGroup[] {
  const groups = Map.groupBy(runs.toSorted(compareRuns), (run) => labelOf(run, grouping));
  return [...groups]
    .map(([label, its]) => ({ label, runs: its }))
    .sort((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label, "en"));
}

/**
 * The run each run is compared with when none is chosen: the newest zero-shot run of the same model (or of none that is
 * known) that has a benchmark in common; the newest zero-shot run itself has none.
 */
export function automaticBaseline(run: MatrixRun, runs: readonly MatrixRun[]): string | null {
  const newest = runs
    .filter((each) => each.arm === "zero_shot" && each.model === run.model)
    .filter((each) => each.benchmarks.some((benchmark) => run.benchmarks.includes(benchmark)))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id))[0];
  return !newest || newest.id === run.id ? null : newest.id;
}

function labelOf(run: MatrixRun, grouping: Grouping): string {
  if (grouping === "none") return "";
  if (grouping === "model") return run.model ?? "model not recorded";
  if (grouping === "release")
    return run.release ?? (run.arm === "zero_shot" ? "no pool" : "release not recorded");
  if (run.arm === "zero_shot") return "zero-shot";
  if (grouping === "type") return run.memoryType ?? "several types";
  return run.scope?.replace("_", "-") ?? "scope not recorded";
}

/** Without memory first. */
function rank(group: RunGroup): number {
  return group.runs.every((run) => run.arm === "zero_shot") ? 0 : 1;
}

function compareRuns(a: MatrixRun, b: MatrixRun): number {
  return (
    Number(a.arm === "memory") - Number(b.arm === "memory") ||
    typeRank(a) - typeRank(b) ||
    describeArm(a).localeCompare(describeArm(b), "en") ||
    b.createdAt.localeCompare(a.createdAt) ||
    b.id.localeCompare(a.id)
  );
}

function typeRank({ memoryType }: MatrixRun): number {
  return memoryType === null ? memoryTypes.length : memoryTypes.indexOf(memoryType);
}
