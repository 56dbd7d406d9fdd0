import type { AttributionCase, CaseState } from "#lib/attribution/attribution-case.ts";
import { describeQ, formatPoints } from "#lib/transfer/format.ts";

/** What each state says, in one sentence. */
export const stateHints: Record<CaseState, string> = {
  confirmed: "Supported, and reruns without it passed",
  supported: "Harm at q ≤ .05 over all cases of the run",
  suspected: "Points to harm, but chance or another memory may explain it",
  unclear: "Nothing beyond chance",
  helpful: "Helps at q ≤ .05 over all cases of the run",
  few: "Shown at too few tasks to say anything",
};

type Counted = Pick<
  AttributionCase,
  "effect" | "ci" | "q" | "exposures" | "tasks" | "lostAlone" | "lostShared"
>;

/** "−12.3 points, 90% interval −20.1 to −4.0, q = .021": the effect inside a sentence. */
export function describeCaseEffect({ effect, ci, q }: Pick<Counted, "effect" | "ci" | "q">): string {
  const interval = `${formatPoints(ci[0])} to ${formatPoints(ci[1])}`.replace(" points to", " to");
  return `${formatPoints(effect)}, 90% interval ${interval.replace(" points", "")}, ${describeQ(q)}`;
}

/** "4 lost: 1 alone, 3 with others; 12 attempts at 9 tasks." */
export function describeCaseLosses(counted: Counted): string {
  const { lostAlone, lostShared, exposures, tasks } = counted;
  return `${lostAlone + lostShared} lost: ${lostAlone} alone, ${lostShared} with others; ${count(exposures, "attempt")} at ${count(tasks, "task")}.`;
}

/** Said before a memory is deprecated that no lost task speaks of alone; null where one does. */
export function notAloneWarning({ lostAlone, lostShared }: Counted, memories: number): string | null {
  if (lostAlone > 0) return null;
  const it = memories === 1 ? "this memory" : "these memories";
  if (lostShared === 0) return `No task was lost with ${it}.`;
  return `No task was lost with ${it} alone: other memories were shown at each of the ${count(lostShared, "lost task")}, and may have caused the loss.`;
}

/** "not separable from X, Y": of the first memory of a case; null where the data tell it from all others. */
export function inseparableFrom({ titles, separable }: Pick<AttributionCase, "titles" | "separable">) {
  const others = titles.slice(1);
  if (separable) return null;
  return others.length > 0
    ? `not separable from ${others.join(", ")}`
    : "not separable from memories it was shown with";
}

function count(number: number, of: string): string {
  return `${number} ${of}${number === 1 ? "" : "s"}`;
}
