import { statedP } from "./format.ts";
import type { PairedTask, TaskTally } from "./schema.ts";

/** One sentence on what both runs did at a task, and how much of it noise explains. */
export function describePair(task: PairedTask, k: number): string {
  const { compared } = task;
  const within = compared === 1 ? "the first attempt" : `any of the first ${compared} attempts`;
  const cut = compared < k ? ", as many as both sides have" : "";
  const sentence = `The baseline passed ${ofAttempts(task.base)}, the candidate ${ofAttempts(task.candidate)}; solved means passed in ${within}${cut}.`;
  if (task.outcome !== "lost") return sentence;
  if (task.noiseP === null) {
    return `${sentence} The baseline was not repeated, so nothing tells this loss from bad luck.`;
  }
  return `${sentence} A repeat of the baseline would lose it too with ${statedP(task.noiseP)}.`;
}

function ofAttempts({ passed, scored, outcomes }: TaskTally): string {
  const apart = [
    outcomes.errored > 0 ? `${outcomes.errored} errored` : "",
    outcomes.missing > 0 ? `${outcomes.missing} missing` : "",
  ].filter(Boolean);
  return `${passed} of ${scored}${apart.length > 0 ? ` (${apart.join(", ")})` : ""}`;
}
