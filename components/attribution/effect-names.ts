import type { AbstractionMeasure } from "#lib/attribution/abstraction-effects.ts";

/** What stands on the axis of the plane. */
export const abstractionNames: Record<AbstractionMeasure, string> = {
  lisi: "LISI",
  invariantShare: "invariant share",
  lintFindings: "lint findings",
};
