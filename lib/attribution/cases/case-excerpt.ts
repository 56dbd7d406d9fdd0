import type { MemoryEvidence } from "#lib/attribution/evidence/schema.ts";
import type { TrajectoryStep } from "#lib/runs/schema.ts";
import type { StepAlignment } from "#lib/transfer/align-steps.ts";

/** A step of the candidate that follows a memory of the case, or names it. */
export type StepMark = "follows it" | "names it";

/** A step in a few lines; `number` is 1-based. */
export type ExcerptStep = { number: number; source: string; action: string; observation: string };
export type ExcerptRow = {
  base: ExcerptStep | null;
  candidate: ExcerptStep | null;
  isFirstDivergence: boolean;
  /** What the candidate's step does with the memory. */
  mark: StepMark | null;
  /** Rows left out before this one. */
  skipped: number;
};

const [before, after, last, mostMarks] = [1, 4, 2, 8];
const longest = 400;

/** The steps of a trial that the evidence speaks of, by number, at most `mostMarks`; to follow is more than to name. */
export function markSteps(
  evidence: readonly Pick<MemoryEvidence, "mentions" | "follows">[],
): Map<number, StepMark> {
  const follows = evidence.flatMap((each) => each.follows).map(({ step }) => [step, "follows it"] as const);
  const names = evidence.flatMap((each) => each.mentions).map(({ step }) => [step, "names it"] as const);
  return new Map(
    [...new Map<number, StepMark>([...names, ...follows])]
      .sort(([a, said], [b, saidOfB]) => said.localeCompare(saidOfB) || a - b)
      .slice(0, mostMarks),
  );
}

/**
 * What of two aligned trajectories tells most: the step before they part, the ones after, those that follow or name the
 * memory, and how both end.
 * @returns rows in order; `skipped` counts what lies between them
 */
export function excerptSteps(
  { rows, firstDivergence }: StepAlignment,
  base: readonly TrajectoryStep[],
  candidate: readonly TrajectoryStep[],
  marks: ReadonlyMap<number, StepMark> = new Map(),
): ExcerptRow[] {
  const markAt = (i: number) => marks.get((rows[i]?.candidate ?? -1) + 1) ?? null;
  const from = firstDivergence === null ? rows.length : firstDivergence - before;
  const wanted = [...rows.keys()].filter(
    (i) => (i >= from && i < from + before + after) || i >= rows.length - last || markAt(i) !== null,
  );
  return wanted.map((i, place) => ({
    base: stepAt(base, rows[i]?.base ?? null),
    candidate: stepAt(candidate, rows[i]?.candidate ?? null),
    isFirstDivergence: i === firstDivergence,
    mark: markAt(i),
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
