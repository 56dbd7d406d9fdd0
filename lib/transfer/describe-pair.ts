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
    return ["An attempt of the candidate errored, so the loss may be the infrastructure's."];
  }
  if (errored) return ["An attempt of the baseline errored, so the gain may be the infrastructure's."];
  if (noiseP === null || noiseQ === null) return [];
  return [
    `Were the attempts of both dealt out anew, the candidate would pass as rarely with ${describeP(noiseP)} (q ${formatP(noiseQ)}).`,
  ];
}

function ofAttempts({ passed, scored, outcomes }: TaskTally): string {
  const apart = [
    outcomes.errored > 0 ? `${outcomes.errored} errored` : "",
    outcomes.missing > 0 ? `${outcomes.missing} missing` : "",
  ].filter(Boolean);
  return `${passed} of ${scored}${apart.length > 0 ? ` (${apart.join(", ")})` : ""}`;
}
