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

/** Alignment is quadratic: beyond this many steps on a side the rest is paired by position. */
const MAX_ALIGNED = 400;

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

/** Index pairs of a longest common subsequence of the first MAX_ALIGNED steps. */
function commonSteps(left: readonly string[], right: readonly string[]): [number, number][] {
  const n = Math.min(left.length, MAX_ALIGNED);
  const m = Math.min(right.length, MAX_ALIGNED);
  const width = m + 1;
  const lengths = new Uint16Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      lengths[i * width + j] =
        left[i] === right[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}
