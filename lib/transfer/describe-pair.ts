import { describeP, formatP } from "./format.ts";
import type { PairedTask, TaskTally } from "./schema.ts";

/** A sentence or two on what both runs did at a task, and how much of it chance explains. */
export function describePair(task: PairedTask, k: number): string {
  const { compared } = task;
  const within = compared === 1 ? "the first attempt" : `any of the first ${compared} attempts`;
  const cut = compared < k ? ", as many as both sides have" : "";
  const sentence = `The baseline passed ${ofAttempts(task.base)}, the candidate ${ofAttempts(task.candidate)}; solved means passed in ${within}${cut}.`;
  return [sentence, ...describeDoubt(task)].join(" ");
}

function describeDoubt({ outcome, errored, noiseP, noiseQ }: PairedTask): string[] {
  if (errored && outcome === "lost") {
    return ["A candidate attempt errored, so the loss may be an infrastructure failure."];
  }
  if (errored) return ["A baseline attempt errored, so the gain may be an infrastructure failure."];
  if (noiseP === null || noiseQ === null) return [];
  return [
    `If the attempts of both runs were shuffled, the candidate would pass this rarely with ${describeP(noiseP)} (q ${formatP(noiseQ)}).`,
  ];
}

function ofAttempts({ passed, scored, outcomes }: TaskTally): string {
  const apart = [
    outcomes.errored > 0 ? `${outcomes.errored} errored` : "",
    outcomes.missing > 0 ? `${outcomes.missing} missing` : "",
  ].filter(Boolean);
  return `${passed} of ${scored}${apart.length > 0 ? ` (${apart.join(", ")})` : ""}`;
}
