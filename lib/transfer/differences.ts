import { mean } from "simple-statistics";
import { pairedInterval } from "#lib/metrics/paired-interval.ts";
import { passAtK } from "#lib/metrics/pass-at-k.ts";
import type { Difference, PairedTask } from "./schema.ts";

type Estimates = { base: number[]; candidate: number[] };

const nothing: Difference = {
  base: null,
  candidate: null,
  delta: null,
  ci: null,
  tasks: 0,
  baseSolved: 0,
  candidateSolved: 0,
};

/** Paired pass@k averaged over tasks, with the score interval of the difference over tasks. */
export function microDifference(tasks: readonly PairedTask[], k: number, confidence: number): Difference {
  const { base, candidate } = estimatePairs(tasks, k);
  if (base.length === 0) return nothing;
  const baseSolved = sum(base);
  const candidateSolved = sum(candidate);
  return {
    base: baseSolved / base.length,
    candidate: candidateSolved / base.length,
    delta: (candidateSolved - baseSolved) / base.length,
    ci: intervalOf([{ base, candidate }], confidence),
    tasks: base.length,
    baseSolved,
    candidateSolved,
  };
}

/**
 * Paired pass@k averaged over benchmarks: the mean of each benchmark's mean, whatever its size.
 * In its interval tasks vary within each benchmark: the benchmarks are given, not drawn.
 */
export function macroDifference(
  byBenchmark: ReadonlyMap<string, readonly PairedTask[]>,
  k: number,
  confidence: number,
): Difference {
  const strata = [...byBenchmark.values()]
    .map((tasks) => estimatePairs(tasks, k))
    .filter(({ base }) => base.length > 0);
  if (strata.length === 0) return nothing;
  const base = mean(strata.map((each) => mean(each.base)));
  const candidate = mean(strata.map((each) => mean(each.candidate)));
  return {
    base,
    candidate,
    delta: candidate - base,
    ci: intervalOf(strata, confidence),
    tasks: sum(strata.map((each) => each.base.length)),
    baseSolved: sum(strata.map((each) => sum(each.base))),
    candidateSolved: sum(strata.map((each) => sum(each.candidate))),
  };
}

function intervalOf(strata: readonly Estimates[], level: number): [number, number] | null {
  const interval = pairedInterval(
    strata.map(({ base, candidate }) => candidate.map((value, i) => value - (base[i] ?? 0))),
    { level },
  );
  return "value" in interval ? [interval.value.low, interval.value.high] : null;
}

/** pass@k of every pair in which both sides have k counted attempts. */
function estimatePairs(tasks: readonly PairedTask[], k: number): Estimates {
  const estimates: Estimates = { base: [], candidate: [] };
  for (const task of tasks) {
    const base = passAtK(task.base.scored, task.base.passed, k);
    const candidate = passAtK(task.candidate.scored, task.candidate.passed, k);
    if (!("value" in base && "value" in candidate)) continue;
    estimates.base.push(base.value);
    estimates.candidate.push(candidate.value);
  }
  return estimates;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
