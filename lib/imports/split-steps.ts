import type { Step } from "./records.ts";

/** Characters of a part: one stored value is held several times on its way into the database and out of it. */
const PART_CHARACTERS = 2 * 1024 * 1024;

/** Steps in parts of about 2 MB, in order; a longer step is a part of its own. Never without a part. */
export function splitSteps(
  steps: readonly Step[],
  characters = PART_CHARACTERS,
): { firstStep: number; steps: Step[] }[] {
  const parts: { firstStep: number; steps: Step[] }[] = [{ firstStep: 0, steps: [] }];
  let held = 0;
  for (const [index, step] of steps.entries()) {
    const size = sizeOf(step);
    if (held > 0 && held + size > characters) {
      parts.push({ firstStep: index, steps: [] });
      held = 0;
    }
    parts.at(-1)?.steps.push(step);
    held += size;
  }
  return parts;
}

function sizeOf(step: Step): number {
  return Object.values(step).reduce((sum, text) => sum + text.length, 0);
}
