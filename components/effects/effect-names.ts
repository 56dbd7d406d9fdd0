import type { AbstractionMeasure } from "#lib/attribution/abstraction-effects.ts";

/** What stands on the axis of the plane. */
export const abstractionNames: Record<AbstractionMeasure, string> = {
  lisi: "LISI",
  invariantShare: "invariant share",
  lintFindings: "lint findings",
};

/** A count of findings is whole; an unknown number is a dash. */
export function formatAbstraction(value: number | null, measure: AbstractionMeasure): string {
  return value === null ? "–" : value.toFixed(measure === "lintFindings" ? 0 : 2);
}
