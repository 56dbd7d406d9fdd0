import type { Noise, PairedTask } from "#lib/transfer/schema.ts";
import { compareTasks } from "../compare-tasks.ts";
import { drawRates, drawRun, type RateMix } from "./draw-runs.ts";

export type LossSettings = {
  mix: RateMix;
  tasks: number;
  attempts: number;
  repeats: number;
  /** Tasks the baseline mostly solves and at which the candidate's rate is .01: 0 is a run against its own repeat. */
  planted: number;
};

/** Means over the repeats. */
export type LossResult = {
  /** Share of comparisons in which any loss that was not planted is supported. */
  anyFalse: number;
  /** Share of those called that were not planted, 0 where none is called. */
  falseShare: number;
  /** Share of the planted tasks that are supported. */
  power: number;
  lost: number;
  expectedLost: number;
  /** What a repeat of the baseline loses on average of the tasks that it solved, from the true rates. */
  truth: number;
  /** Share of intervals that hold the number lost, and share that hold the truth. */
  holdsLost: number;
  holdsTruth: number;
};

/** Runs against their own repeat, with planted losses or without: how the verdicts on lost tasks do. */
export function simulateLosses(settings: LossSettings, random: () => number): LossResult {
  const sums = { anyFalse: 0, falseShare: 0, power: 0, lost: 0, expectedLost: 0, truth: 0 };
  const held = { holdsLost: 0, holdsTruth: 0 };
  for (let repeat = 0; repeat < settings.repeats; repeat++) {
    const rates = drawRates(settings.mix, settings.tasks, random);
    const planted = new Set(
      [...rates.keys()].filter((i) => (rates[i] ?? 0) >= 0.5).slice(0, settings.planted),
    );
    const base = drawRun(rates, random, settings);
    const harmed = rates.map((rate, i) => (planted.has(i) ? 0.01 : rate));
    const { tasks, noise } = compareTasks(base, drawRun(harmed, random, settings), { k: settings.attempts });
    const called = tasks.filter((task) => task.evidence === "supported").map(placeOf);
    const falsely = called.filter((place) => !planted.has(place)).length;
    const lost = tasks.filter((task) => task.outcome === "lost").length;
    const truth = lossesOfRepeat(tasks, rates, settings.attempts);
    sums.anyFalse += falsely > 0 ? 1 : 0;
    sums.falseShare += called.length === 0 ? 0 : falsely / called.length;
    sums.power += planted.size === 0 ? 0 : (called.length - falsely) / planted.size;
    sums.lost += lost;
    sums.expectedLost += noise.expectedLost ?? 0;
    sums.truth += truth;
    held.holdsLost += holds(noise, lost);
    held.holdsTruth += holds(noise, truth);
  }
  const means = Object.entries({ ...sums, ...held }).map(([name, sum]) => [name, sum / settings.repeats]);
  return Object.fromEntries(means) as LossResult;
}

function lossesOfRepeat(tasks: readonly PairedTask[], rates: readonly number[], attempts: number): number {
  const solved = tasks.filter((task) => task.base.passed > 0);
  return solved.reduce((sum, task) => sum + (1 - (rates[placeOf(task)] ?? 0)) ** attempts, 0);
}

function holds({ expectedLostInterval }: Noise, count: number): number {
  const [low, high] = expectedLostInterval ?? [Number.NaN, Number.NaN];
  return low <= count && count <= high ? 1 : 0;
}

function placeOf(task: PairedTask): number {
  return Number(task.taskName.slice(1));
}
