import { benjaminiHochberg } from "#lib/metrics/benjamini-hochberg.ts";
import { mcnemar } from "#lib/metrics/mcnemar.ts";
import { emptyOutcomes } from "#lib/runs/schema.ts";
import { type CompareSettings, compareTasks } from "./compare-tasks.ts";
import { macroDifference, microDifference } from "./differences.ts";
import { rateStatistics } from "./rate-statistics.ts";
import type {
  BenchmarkComparison,
  ComparedTrial,
  CompareOptions,
  Comparison,
  ErroredCounts,
  PairedOutcome,
  PairedTask,
} from "./schema.ts";
import { addOutcomes } from "./tally-attempts.ts";

/**
 * Compares a candidate run to a baseline, paired by task. Pure: the same trials, options and seed give the same answer.
 *
 * - The verdict's test is over each task's difference of pass rates, all counted attempts: a sign-flip test, which is
 *   the exact McNemar test where every task has one attempt on both sides (see sign-flip-test.ts).
 * - A task is solved when any of attempts 1 to k passed; gained, lost, kept, never and \`mcnemar\` are over that. Where
 *   one side has fewer counted attempts, both are judged by as many.
 * - pass@k is the unbiased estimator over all counted attempts, for k = 1, 3 and the k asked for.
 * - An errored attempt counts as not passed unless `excludeErrored`; a missing one is never counted. A pair with a
 *   side that has no counted attempt is not scored but listed under `unmatched` as unscored. `bounds` says what both
 *   could make of the answer.
 * - Lost tasks are `supported` as a set in which at most a tenth is expected to be chance (see assess-losses.ts), else
 *   `suspected`, as is one with an errored attempt of the candidate. `confirmed` needs an ablation run and is never
 *   given here.
 * - Intervals are score intervals over tasks (see paired-interval.ts).
 */
export function compareRuns(
  base: readonly ComparedTrial[],
  candidate: readonly ComparedTrial[],
  options: CompareOptions = {},
): Comparison {
  const { settings, tasks, unmatched, noise, bounds } = compareTasks(base, candidate, options);
  const byBenchmark = Map.groupBy(tasks, (task) => task.benchmark);
  const counts = countOutcomes(tasks);
  const micro = byK(settings, (k) => microDifference(tasks, k, settings.confidence));
  return {
    options: settings,
    pairs: tasks.length,
    unmatched,
    ...counts,
    evidence: {
      suspected: tasks.filter((task) => task.evidence === "suspected").length,
      supported: tasks.filter((task) => task.evidence === "supported").length,
      confirmed: 0,
    },
    errored: countErrored(tasks),
    bounds,
    mcnemar: mcnemar(counts.gained, counts.lost),
    ...rateStatistics(tasks, settings.confidence),
    passAt: micro,
    micro,
    macro: byK(settings, (k) => macroDifference(byBenchmark, k, settings.confidence)),
    byBenchmark: compareBenchmarks(byBenchmark, settings),
    attempts: countAttempts(tasks),
    unevenPairs: tasks.filter((task) => task.base.firstK.length !== task.candidate.firstK.length).length,
    pointsPerTask: tasks.length === 0 ? null : 100 / tasks.length,
    noise,
    tasks,
  };
}

function compareBenchmarks(
  byBenchmark: ReadonlyMap<string, readonly PairedTask[]>,
  settings: CompareSettings,
): BenchmarkComparison[] {
  const rows = [...byBenchmark].map(([benchmark, tasks]) => {
    const counts = countOutcomes(tasks);
    return {
      benchmark,
      pairs: tasks.length,
      ...counts,
      errored: countErrored(tasks),
      mcnemar: mcnemar(counts.gained, counts.lost),
      ...rateStatistics(tasks, settings.confidence),
      passAt: byK(settings, (k) => microDifference(tasks, k, settings.confidence)),
      pointsPerTask: 100 / tasks.length,
    };
  });
  const q = benjaminiHochberg(rows.map((row) => row.test.p));
  const ofMcnemar = benjaminiHochberg(rows.map((row) => row.mcnemar.p));
  return rows.map((row, i) => ({
    ...row,
    test: { ...row.test, q: q[i] ?? row.test.p },
    mcnemar: { ...row.mcnemar, q: ofMcnemar[i] ?? row.mcnemar.p },
  }));
}

function byK<T>(settings: CompareSettings, at: (k: number) => T): Record<string, T> {
  const ks = [...new Set([1, 3, settings.k])].sort((a, b) => a - b);
  return Object.fromEntries(ks.map((k) => [String(k), at(k)]));
}

function countOutcomes(tasks: readonly PairedTask[]): Record<PairedOutcome, number> {
  const counts: Record<PairedOutcome, number> = { gained: 0, lost: 0, kept: 0, never: 0 };
  for (const task of tasks) counts[task.outcome] += 1;
  return counts;
}

function countErrored(tasks: readonly PairedTask[]): ErroredCounts {
  const resting = tasks.filter((task) => task.errored);
  const lost = resting.filter((task) => task.outcome === "lost").length;
  return { lost, gained: resting.length - lost };
}

function countAttempts(tasks: readonly PairedTask[]): Comparison["attempts"] {
  const attempts = { base: emptyOutcomes(), candidate: emptyOutcomes() };
  for (const task of tasks) {
    addOutcomes(attempts.base, task.base.outcomes);
    addOutcomes(attempts.candidate, task.candidate.outcomes);
  }
  return attempts;
}
