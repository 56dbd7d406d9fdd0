import { formatDesignEffect, formatExpected, formatInterval, formatPercent } from "./format.ts";
import type { ComparedRun, Comparison, Difference } from "./schema.ts";

/** What differs between two runs beside the memory. */
export function runCaveats(base: ComparedRun, candidate: ComparedRun): string[] {
  if (base.id === candidate.id) return ["Baseline and candidate are the same run: every difference is 0."];
  const caveats: string[] = [];
  if (base.model !== candidate.model) {
    caveats.push(
      `The runs use different models (${base.model ?? "not recorded"} and ${candidate.model ?? "not recorded"}): a difference is not due to memory alone.`,
    );
  }
  if (candidate.arm === "zero_shot" && base.arm === "memory") {
    caveats.push(
      "The candidate is the run without memory: tasks lost here are tasks gained with memory. Swap the two.",
    );
  }
  return caveats;
}

/** What limits the numbers of a comparison. */
export function caveatsOf(comparison: Comparison): string[] {
  const { unevenPairs, unmatched, options, attempts, passAt, macro, micro } = comparison;
  const caveats = lossCaveats(comparison);
  if (unevenPairs > 0) {
    caveats.push(
      `${unevenPairs} pairs have unequal numbers of counted attempts: gained and lost use only as many as both sides have; pass@k and chance use all.`,
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
      `${unmatched.base.length} tasks of the baseline and ${unmatched.candidate.length} of the candidate are unpaired and in no number here.`,
    );
  }
  const clustered = comparison.clustered;
  if (clustered && (clustered.designEffect ?? 1) > 1.2) {
    caveats.push(
      `Tasks of one repository go the same way (design effect ${formatDesignEffect(clustered)}): over repositories the difference of pass@1 lies in ${formatInterval([clustered.low, clustered.high])}.`,
    );
  }
  const errored = attempts.base.errored + attempts.candidate.errored;
  if (errored > 0 && !options.excludeErrored) {
    caveats.push(
      `${errored} errored ${errored === 1 ? "attempt counts" : "attempts count"} as not passed. A task lost with one stays suspected.`,
    );
  }
  if (disagree(micro[String(options.k)], macro[String(options.k)])) {
    caveats.push(`Micro and macro averages of pass@${options.k} point in opposite directions.`);
  }
  return caveats;
}

function lossCaveats({ lost, errored, noise }: Comparison): string[] {
  if (lost === 0 || noise.expectedLost === null || noise.expectedLostInterval === null) return [];
  const flips =
    noise.flipRate === null
      ? ""
      : ` Two baseline attempts at the same task differ ${formatPercent(noise.flipRate)} of the time.`;
  const caveats = [
    `${lost - errored.lost} tasks were lost without an errored attempt; chance alone would lose ${formatExpected(noise.expectedLost, noise.expectedLostInterval)}.${flips}`,
  ];
  if (noise.repeatedPairs === 0) {
    caveats.push(
      "Too few repeats to tell which losses are more than chance: all stay suspected. Import three or more attempts per task of both runs.",
    );
  }
  return caveats;
}

function disagree(micro: Difference | undefined, macro: Difference | undefined): boolean {
  return (micro?.delta ?? 0) * (macro?.delta ?? 0) < 0;
}
