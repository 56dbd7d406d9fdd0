import type { AbstractionMeasure } from "#lib/attribution/abstraction-effects.ts";
import { describeBriefly } from "#lib/attribution/describe-attribution.ts";
import type { PlanePoint } from "#lib/attribution/effect-plane.ts";
import { abstractionNames, formatAbstraction } from "./effect-names.ts";

/** A memory of the plane with no more than what is drawn and said of it: there may be thousands. */
export type EffectDot = {
  id: string;
  /** In shares of the plane's width and height, from its lower left corner. */
  x: number;
  y: number;
  benchmark: string;
  tasks: number;
  /** Named at q <= .05; what may be chance has no color. */
  isNamed: boolean;
  isSuspect: boolean;
  /** What a screen reader says of it. */
  name: string;
};

/** The points as dots, in the order in which they are drawn. */
export function effectDots(points: readonly PlanePoint[], measure: AbstractionMeasure): EffectDot[] {
  return points.map(({ row, isSuspect, x, y }) => ({
    ...{ id: row.memoryId, x, y, benchmark: row.benchmark, tasks: row.tasks, isSuspect },
    isNamed: row.verdict === "harmful" || row.verdict === "helpful",
    name: `${row.title} (${row.benchmark}): ${verdictWords(row.verdict)}, ${describeBriefly(row)}; ${abstractionNames[measure]} ${formatAbstraction(row.abstraction[measure], measure)}`,
  }));
}

function verdictWords(verdict: PlanePoint["row"]["verdict"]): string {
  return verdict === "few" ? "too few tasks" : verdict;
}
