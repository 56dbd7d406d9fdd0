import { directionOf, VERDICT_LEVEL } from "./bound-outcomes.ts";
import { caveatsOf, runCaveats } from "./caveats.ts";
import { describeP, formatCount } from "./format.ts";
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

/** Reads a comparison: the test of pass rates decides, the smallest effect says how much could hide, the bounds how firm it is. */
export function readComparison(comparison: Comparison): Verdict {
  const { pairs, test, bounds } = comparison;
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
  const direction = directionOf(comparison.micro["1"]?.delta ?? 0, test.p);
  const missed = direction === "unclear" ? ` ${reach(comparison)}` : "";
  return {
    direction,
    title: `${titles[direction]} (${describeP(test.p)})`,
    test: `${describeTest(test)} at the ${VERDICT_LEVEL * 100}% level.${missed}`,
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

/** The test by its name: "Exact McNemar test". */
export function describeTest({ method, draws, seed }: Comparison["test"]): string {
  if (method === "mcnemar") return "Exact McNemar test";
  if (method === "exact") return "Exact permutation test of pass rates per task";
  return `Permutation test of pass rates per task (${draws?.toLocaleString("en")} draws, seed ${seed})`;
}

/** How small an effect this comparison could have shown. */
function reach({ smallestEffect: smallest, tasks }: Comparison): string {
  if (!smallest) {
    const differ = tasks.filter((task) => task.effect !== 0).length;
    return `With ${differ} ${differ === 1 ? "task" : "tasks"} that differ, nothing could have been significant.`;
  }
  return `Minimum detectable: ${(smallest.share * 100).toFixed(1)} points (net ${formatCount(smallest.net)} tasks).`;
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
