import { benjaminiHochberg } from "#lib/metrics/benjamini-hochberg.ts";
import { mcnemar } from "#lib/metrics/mcnemar.ts";
import { minimumDetectable } from "#lib/metrics/minimum-detectable.ts";
import { type CompareSettings, compareTasks } from "./compare-tasks.ts";
import { macroDifference, microDifference } from "./differences.ts";
import { chanceOfLoss, NOISE_LEVEL, type NoiseModel } from "./noise.ts";
import type {
  BenchmarkComparison,
  ComparedTrial,
  CompareOptions,
  Comparison,
  Noise,
  PairedOutcome,
  PairedTask,
  SmallestEffect,
} from "./schema.ts";
import { addOutcomes, noOutcomes, solvedIn } from "./tally-attempts.ts";

/**
 * Compares a candidate run to a baseline, paired by task. Pure: the same trials, options and seed give the same answer.
 *
 * - A task is solved when any of attempts 1 to k passed; gained, lost, kept, never and McNemar are over that. Where
 *   one side has fewer counted attempts, both are judged by as many.
 * - pass@k is the unbiased estimator over all counted attempts, for k = 1, 3 and the k asked for.
 * - An errored attempt counts as not passed unless `excludeErrored`; a missing one is never counted. A pair with a
 *   side that has no counted attempt is not scored but listed under `unmatched` as unscored.
 * - A lost task is `supported` when a repeat of the baseline would lose it too with a chance of at most 5 %
 *   (see noise.ts), else `suspected`. `confirmed` needs an ablation run and is never given here.
 * - The interval is a percentile bootstrap, 2000 resamples of whole tasks, seed 42 unless told.
 */
export function compareRuns(
  base: readonly ComparedTrial[],
  candidate: readonly ComparedTrial[],
  options: CompareOptions = {},
): Comparison {
  const { settings, tasks, unmatched, model } = compareTasks(base, candidate, options);
  const byBenchmark = Map.groupBy(tasks, (task) => task.benchmark);
  const counts = countOutcomes(tasks);
  const test = mcnemar(counts.gained, counts.lost);
  const micro = byK(settings, (k) => microDifference(tasks, k, settings));
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
    mcnemar: test,
    passAt: micro,
    micro,
    macro: byK(settings, (k) => macroDifference(byBenchmark, k, settings)),
    byBenchmark: compareBenchmarks(byBenchmark, settings),
    attempts: countAttempts(tasks),
    unevenPairs: tasks.filter((task) => task.base.firstK.length !== task.candidate.firstK.length).length,
    pointsPerTask: tasks.length === 0 ? null : 100 / tasks.length,
    smallestEffect: smallestEffect(tasks.length, test.discordant),
    noise: describeNoise(tasks, model),
    tasks,
  };
}

function describeNoise(tasks: readonly PairedTask[], model: NoiseModel | null): Noise {
  if (!model) return { tasks: 0, flipRate: null, expectedLost: null, expectedSupported: null };
  const chances = tasks
    .filter((task) => solvedIn(task.base, task.compared))
    .map((task) => chanceOfLoss(model, task.base, task.compared));
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    tasks: model.tasks,
    flipRate: model.flipRate,
    expectedLost: sum(chances),
    expectedSupported: sum(chances.filter((chance) => chance <= NOISE_LEVEL)),
  };
}

function compareBenchmarks(
  byBenchmark: ReadonlyMap<string, readonly PairedTask[]>,
  settings: CompareSettings,
): BenchmarkComparison[] {
  const rows = [...byBenchmark].map(([benchmark, tasks]) => {
    const counts = countOutcomes(tasks);
    const test = mcnemar(counts.gained, counts.lost);
    return {
      benchmark,
      pairs: tasks.length,
      ...counts,
      mcnemar: test,
      passAt: byK(settings, (k) => microDifference(tasks, k, settings)),
      pointsPerTask: 100 / tasks.length,
      smallestEffect: smallestEffect(tasks.length, test.discordant),
    };
  });
  const adjusted = benjaminiHochberg(rows.map((row) => row.mcnemar.p));
  return rows.map((row, i) => ({ ...row, mcnemar: { ...row.mcnemar, q: adjusted[i] ?? row.mcnemar.p } }));
}

function byK<T>(settings: CompareSettings, at: (k: number) => T): Record<string, T> {
  const ks = [...new Set([1, 3, settings.k])].sort((a, b) => a - b);
  return Object.fromEntries(ks.map((k) => [String(k), at(k)]));
}

function smallestEffect(pairs: number, discordant: number): SmallestEffect | null {
  const smallest = minimumDetectable(pairs, { discordant });
  return "value" in smallest ? { net: smallest.value.net, share: smallest.value.share } : null;
}

function countOutcomes(tasks: readonly PairedTask[]): Record<PairedOutcome, number> {
  const counts: Record<PairedOutcome, number> = { gained: 0, lost: 0, kept: 0, never: 0 };
  for (const task of tasks) counts[task.outcome] += 1;
  return counts;
}

function countAttempts(tasks: readonly PairedTask[]): Comparison["attempts"] {
  const attempts = { base: noOutcomes(), candidate: noOutcomes() };
  for (const task of tasks) {
    addOutcomes(attempts.base, task.base.outcomes);
    addOutcomes(attempts.candidate, task.candidate.outcomes);
  }
  return attempts;
}
