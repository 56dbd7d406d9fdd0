import type { StepOutline } from "#lib/runs/step-outline.ts";

/** One trajectory as the viewer draws it. */
export type TrajectorySide = {
  /** Begins the anchors of its steps: "base-12", "cand-12", "step-12". */
  prefix: "base" | "cand" | "step";
  /** "Baseline", "Candidate"; spoken, and shown above its pane. */
  name: string;
  trialId: string;
  steps: readonly StepOutline[];
  /** By number of the step. */
  marks: Readonly<Record<number, readonly StepMark[]>>;
};

/** A step that names or follows a memory. */
export type StepMark = {
  kind: "read" | "followed";
  /** Fragment of the memory's card. */
  card: string;
  rank: number;
  title: string;
  /** Words of the step that show it, as written there. */
  quotes: readonly string[];
};

export function anchorOf(side: Pick<TrajectorySide, "prefix">, step: number): string {
  return `${side.prefix}-${step}`;
}
