import type { TrajectoryStep } from "./schema.ts";
import { partsOf, type StepPart } from "./step-outline.ts";

/** A part of a step that contains the words searched for, and how often. `step` counts from 1. */
export type StepMatch = { step: number; part: StepPart; count: number };

/** Where a text occurs in steps, in any case, in reading order; overlapping occurrences count once. */
export function searchSteps(steps: readonly TrajectoryStep[], query: string): StepMatch[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return [];
  return steps.flatMap((step, i) =>
    partsOf(step).flatMap(({ part, text }) => {
      const count = countOf(text.toLowerCase(), wanted);
      return count > 0 ? [{ step: i + 1, part, count }] : [];
    }),
  );
}

function countOf(text: string, wanted: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) count += 1;
  return count;
}
