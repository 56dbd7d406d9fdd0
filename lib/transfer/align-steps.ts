import { diffArrays } from "diff";
import type { TrajectoryStep } from "#lib/runs/schema.ts";

/** One row of two trajectories side by side: 0-based step indexes, null where only one side has a step. */
export type StepPair = {
  base: number | null;
  candidate: number | null;
  /** Both sides took the same action here. */
  same: boolean;
};

export type StepAlignment = {
  rows: StepPair[];
  /** Index into `rows` of the first row whose actions differ; null when they never do. */
  firstDivergence: number | null;
};

/** Trajectories further apart than this many edits are paired by position: aligning them would take seconds. */
const maxEditLength = 3000;

/**
 * Lines up two trajectories by what the agent did: equal actions share a row (longest common subsequence of actions,
 * white space ignored), and between two such rows the remaining steps are put side by side in order.
 * The first divergence is the first row that isn't the same action on both sides.
 */
export function alignSteps(
  base: readonly TrajectoryStep[],
  candidate: readonly TrajectoryStep[],
): StepAlignment {
  const left = base.map(stepKey);
  const right = candidate.map(stepKey);
  const rows: StepPair[] = [];
  let i = 0;
  let j = 0;
  for (const [nextI, nextJ] of [...commonSteps(left, right), [left.length, right.length] as const]) {
    while (i < nextI || j < nextJ) {
      const row = { base: i < nextI ? i : null, candidate: j < nextJ ? j : null, same: false };
      rows.push(row);
      if (row.base !== null) i += 1;
      if (row.candidate !== null) j += 1;
    }
    if (i < left.length && j < right.length) rows.push({ base: i++, candidate: j++, same: true });
  }
  const first = rows.findIndex((row) => !row.same);
  return { rows, firstDivergence: first === -1 ? null : first };
}

/** What makes two steps the same: who acted and the action, or the message of a step without one. */
function stepKey(step: TrajectoryStep): string {
  return `${step.source}\n${(step.action ?? step.message ?? "").replace(/\s+/g, " ").trim()}`;
}

/** Index pairs of a longest common subsequence (Myers 1986); none where it would take too long to find. */
function commonSteps(left: readonly string[], right: readonly string[]): [number, number][] {
  const changes = diffArrays([...left], [...right], { maxEditLength }) ?? [];
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  for (const { added, removed, count } of changes) {
    if (!added && !removed) for (let at = 0; at < count; at++) pairs.push([i + at, j + at]);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return pairs;
}
