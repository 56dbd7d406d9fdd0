import type { TrajectoryStep } from "#lib/runs/schema.ts";
import type { StepAlignment } from "#lib/transfer/align-steps.ts";

/** A step in a few lines; `number` is 1-based. */
export type ExcerptStep = { number: number; source: string; action: string; observation: string };
export type ExcerptRow = {
  base: ExcerptStep | null;
  candidate: ExcerptStep | null;
  isFirstDivergence: boolean;
  /** Rows left out before this one. */
  skipped: number;
};

const [before, after, last] = [1, 4, 2];
const longest = 400;

/**
 * What of two aligned trajectories tells most: the step before they part, the ones after, and how both end.
 * @returns rows in order; `skipped` counts what lies between them
 */
export function excerptSteps(
  { rows, firstDivergence }: StepAlignment,
  base: readonly TrajectoryStep[],
  candidate: readonly TrajectoryStep[],
): ExcerptRow[] {
  const from = firstDivergence === null ? rows.length : firstDivergence - before;
  const wanted = [...rows.keys()].filter(
    (i) => (i >= from && i < from + before + after) || i >= rows.length - last,
  );
  return wanted.map((i, place) => ({
    base: stepAt(base, rows[i]?.base ?? null),
    candidate: stepAt(candidate, rows[i]?.candidate ?? null),
    isFirstDivergence: i === firstDivergence,
    skipped: i - (wanted[place - 1] ?? -1) - 1,
  }));
}

function stepAt(steps: readonly TrajectoryStep[], index: number | null): ExcerptStep | null {
  const step = index === null ? undefined : steps[index];
  if (index === null || !step) return null;
  return {
    number: index + 1,
    source: step.source,
    action: cut(step.action ?? step.message ?? step.reasoning ?? ""),
    observation: cut(step.observation ?? ""),
  };
}

/** Without half a character at the cut. */
function cut(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > longest
    ? `${trimmed.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`
    : trimmed;
}
