import { pairedBootstrap } from "#lib/metrics/bootstrap.ts";
import { passAtK } from "#lib/metrics/pass-at-k.ts";
import type { Difference, PairedTask } from "./schema.ts";
import { stratifiedBootstrap } from "./stratified-bootstrap.ts";

export type Resampling = { seed: number; resamples: number; confidence: number };

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

/** Paired pass@k averaged over tasks, with the bootstrap interval of the difference, resampled by task. */
export function microDifference(tasks: readonly PairedTask[], k: number, how: Resampling): Difference {
  const { base, candidate } = estimatePairs(tasks, k);
  const n = base.length;
  if (n === 0) return nothing;
  const differences = candidate.map((value, i) => value - (base[i] ?? 0));
  const interval = pairedBootstrap(differences, {
    seed: how.seed,
    resamples: how.resamples,
    level: how.confidence,
  });
  const baseSolved = sum(base);
  const candidateSolved = sum(candidate);
  return {
    base: baseSolved / n,
    candidate: candidateSolved / n,
    delta: (candidateSolved - baseSolved) / n,
    ci: "value" in interval ? [interval.value.low, interval.value.high] : null,
    tasks: n,
    baseSolved,
    candidateSolved,
  };
}

/**
 * Paired pass@k averaged over benchmarks: the mean of each benchmark's mean, whatever its size.
 * Its interval resamples tasks within each benchmark: the benchmarks are given, not drawn.
 */
export function macroDifference(
  byBenchmark: ReadonlyMap<string, readonly PairedTask[]>,
  k: number,
  how: Resampling,
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
    ci: stratifiedBootstrap(
      strata.map((each) => each.candidate.map((value, i) => value - (each.base[i] ?? 0))),
      how,
    ),
    tasks: sum(strata.map((each) => each.base.length)),
    baseSolved: sum(strata.map((each) => sum(each.base))),
    candidateSolved: sum(strata.map((each) => sum(each.candidate))),
  };
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

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
