import { formatPercent, statedP } from "./format.ts";
import type { ComparedRun, Comparison, Difference, RunComparison } from "./schema.ts";

/** One sentence on whether the difference is real, and what limits the answer. */
export type Verdict = {
  /** better, worse: shown at the 5 % level; unclear: not shown, which is not the same as equal. */
  direction: "better" | "worse" | "unclear" | "nothing";
  sentence: string;
  /** What a careful reader would object. */
  caveats: string[];
};

const LEVEL = 0.05;

/** Reads a comparison: McNemar decides, the interval and the smallest effect say how much could hide. */
export function readComparison(comparison: Comparison): Verdict {
  const { pairs, gained, lost, mcnemar, smallestEffect } = comparison;
  if (pairs === 0) {
    return {
      direction: "nothing",
      sentence: "The two runs share no task that both attempted, so nothing can be compared.",
      caveats: caveatsOf(comparison),
    };
  }
  const balance = `${gained} gained against ${lost} lost of ${pairs} paired tasks (exact McNemar ${statedP(mcnemar.p)})`;
  const direction = mcnemar.p > LEVEL ? "unclear" : gained > lost ? "better" : "worse";
  const sentences = {
    better: `The candidate solves more tasks than chance explains: ${balance}.`,
    worse: `The candidate solves fewer tasks than chance explains: ${balance}.`,
    unclear: `No real difference is shown: ${balance}. ${reach(smallestEffect, mcnemar.discordant)}`,
  };
  return { direction, sentence: sentences[direction], caveats: caveatsOf(comparison) };
}

/** The verdict of two stored runs: that of their comparison, and what differs between the runs beside the memory. */
export function readRunComparison({ base, candidate, comparison }: RunComparison): Verdict {
  const verdict = readComparison(comparison);
  return { ...verdict, caveats: [...runCaveats(base, candidate), ...verdict.caveats] };
}

function runCaveats(base: ComparedRun, candidate: ComparedRun): string[] {
  if (base.id === candidate.id) return ["Baseline and candidate are the same run: every difference is 0."];
  const caveats: string[] = [];
  if (base.model !== candidate.model) {
    caveats.push(
      `The runs are of different models (${base.model ?? "not recorded"} and ${candidate.model ?? "not recorded"}): a difference is not the memory's alone.`,
    );
  }
  if (candidate.arm === "zero_shot" && base.arm === "memory") {
    caveats.push("The candidate is the run without memory: what is lost here, memory won. Swap the two.");
  }
  return caveats;
}

/** How small an effect this comparison could have shown. */
function reach(smallest: Comparison["smallestEffect"], discordant: number): string {
  if (!smallest) {
    return `With ${discordant} discordant ${discordant === 1 ? "pair" : "pairs"} no split could have shown one.`;
  }
  return `A net ${smallest.net} tasks (${(smallest.share * 100).toFixed(1)} points) would have been needed to show one.`;
}

function caveatsOf(comparison: Comparison): string[] {
  const { noise, lost, unevenPairs, unmatched, options, attempts, passAt, macro, micro } = comparison;
  const caveats: string[] = [];
  if (lost > 0 && noise.expectedLost === null) {
    caveats.push(
      "The baseline has no repeated attempts, so its noise is unknown and every lost task stays suspected. Import more attempts of the baseline.",
    );
  }
  if (lost > 0 && noise.expectedLost !== null) {
    caveats.push(
      `A repeat of the baseline alone would lose about ${noise.expectedLost.toFixed(1)} tasks (attempts differ from each other with ${formatPercent(noise.flipRate)}); ${lost} were lost.`,
    );
  }
  if (unevenPairs > 0) {
    caveats.push(
      `${unevenPairs} pairs have unequally many counted attempts: gained and lost use only as many as both sides have. pass@k and the noise use all.`,
    );
  }
  const dropped = comparison.pairs - (passAt[String(options.k)]?.tasks ?? 0);
  if (dropped > 0) {
    caveats.push(
      `pass@${options.k} leaves out ${dropped} pairs with fewer than ${options.k} counted attempts on a side.`,
    );
  }
  if (unmatched.base.length + unmatched.candidate.length > 0) {
    caveats.push(
      `${unmatched.base.length} tasks of the baseline and ${unmatched.candidate.length} of the candidate have no partner and are in no number here.`,
    );
  }
  const errored = attempts.base.errored + attempts.candidate.errored;
  if (errored > 0 && !options.excludeErrored) {
    caveats.push(`${errored} errored attempts count as not passed.`);
  }
  if (disagree(micro[String(options.k)], macro[String(options.k)])) {
    caveats.push(`Micro and macro averages of pass@${options.k} point in opposite directions.`);
  }
  return caveats;
}

function disagree(micro: Difference | undefined, macro: Difference | undefined): boolean {
  return (micro?.delta ?? 0) * (macro?.delta ?? 0) < 0;
}
