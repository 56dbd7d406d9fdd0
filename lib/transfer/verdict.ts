import { directionOf, VERDICT_LEVEL } from "./bound-outcomes.ts";
import { caveatsOf, runCaveats } from "./caveats.ts";
import { describeP } from "./format.ts";
import type { BoundCase, Comparison, RunComparison } from "./schema.ts";

/** What a comparison says, in words. */
export type Verdict = {
  /** better, worse: shown at the 5% level; unclear: not shown, which is not the same as equal. */
  direction: BoundCase["direction"] | "nothing";
  title: string;
  /** By which test, and where nothing was shown, how much would have been. */
  test: string;
  /** What attempts that errored or are missing could make of it; null where there are none. */
  bounds: string | null;
  /** Whether the direction is the same however those had ended. */
  holds: boolean;
  /** What a careful reader would object. */
  caveats: string[];
};

const titles = {
  better: "Significantly better than baseline",
  worse: "Significantly worse than baseline",
  unclear: "No significant difference from baseline",
} as const;

/** Reads a comparison: McNemar decides, the smallest effect says how much could hide, the bounds how firm it is. */
export function readComparison(comparison: Comparison): Verdict {
  const { pairs, gained, lost, mcnemar, smallestEffect, bounds } = comparison;
  const caveats = caveatsOf(comparison);
  if (pairs === 0) {
    return {
      direction: "nothing",
      title: "Nothing to compare",
      test: "The two runs share no task that both attempted.",
      bounds: null,
      holds: true,
      caveats,
    };
  }
  const direction = directionOf(gained, lost, mcnemar.p);
  const missed = direction === "unclear" ? ` ${reach(smallestEffect, mcnemar.discordant)}` : "";
  return {
    direction,
    title: `${titles[direction]} (${describeP(mcnemar.p)})`,
    test: `Exact McNemar test at the ${VERDICT_LEVEL * 100}% level.${missed}`,
    bounds: describeBounds(comparison),
    holds: bounds.best.direction === direction && bounds.worst.direction === direction,
    caveats,
  };
}

/** The verdict of two stored runs: that of their comparison, and what differs between the runs beside the memory. */
export function readRunComparison({ base, candidate, comparison }: RunComparison): Verdict {
  const verdict = readComparison(comparison);
  return { ...verdict, caveats: [...runCaveats(base, candidate), ...verdict.caveats] };
}

/** How small an effect this comparison could have shown. */
function reach(smallest: Comparison["smallestEffect"], discordant: number): string {
  if (!smallest) {
    return `With ${discordant} discordant ${discordant === 1 ? "pair" : "pairs"}, no split could have been significant.`;
  }
  return `Minimum detectable: net ${smallest.net} tasks (${(smallest.share * 100).toFixed(1)} points).`;
}

function describeBounds({ bounds: { unknown, best, worst } }: Comparison): string | null {
  const count = unknown.base + unknown.candidate;
  if (count === 0) return null;
  const attempts = count === 1 ? "1 attempt" : `${count} attempts`;
  return `${attempts} errored or missing (baseline ${unknown.base}, candidate ${unknown.candidate}). Best case for the candidate: ${describeCase(best)}. Worst case: ${describeCase(worst)}.`;
}

function describeCase({ gained, lost, p, direction }: BoundCase): string {
  const words = direction === "unclear" ? "no significant difference" : `significantly ${direction}`;
  return `${gained} gained, ${lost} lost, ${words} (${describeP(p)})`;
}
