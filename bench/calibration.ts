import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { BenchContext, BenchRow } from "./row.ts";

/** One simulation at full size; the same one runs small and seeded among the tests beside the code that it checks. */
export type Study = (context: BenchContext) => Promise<BenchRow[]>;

const studies = {
  "mixing-coverage": async () => (await import("./calibration/mixing-coverage.ts")).studyMixingCoverage,
  "mixing-change-errors": async () =>
    (await import("./calibration/mixing-change-errors.ts")).studyMixingChange,
  "invariant-recovery": async () =>
    (await import("./calibration/invariant-recovery.ts")).studyInvariantShares,
  "lost-tasks": async () => (await import("./calibration/lost-tasks.ts")).studyLostTasks,
  "paired-intervals": async () => (await import("./calibration/paired-intervals.ts")).studyPairedIntervals,
  "clustered-intervals": async () =>
    (await import("./calibration/clustered-intervals.ts")).studyClusteredIntervals,
  "matrix-arrows": async () => (await import("./calibration/matrix-arrows.ts")).studyMatrixArrows,
  "judged-rates": async () => (await import("./calibration/judged-rates.ts")).studyJudgedRates,
  "planned-power": async () => (await import("./calibration/planned-power.ts")).studyPlannedPower,
  "comparison-page": async () => (await import("./calibration/comparison-page.ts")).studyComparisonPage,
  "memory-verdicts": async () => (await import("./calibration/memory-verdicts.ts")).studyMemoryVerdicts,
  "group-effects": async () => (await import("./calibration/group-effects.ts")).studyGroupEffects,
  "demo-verdicts": async () => (await import("./calibration/demo-verdicts.ts")).studyDemoVerdicts,
  "followed-memories": async () => (await import("./calibration/followed-memories.ts")).studyFollowedMemories,
  "rerun-stopping": async () => (await import("./calibration/rerun-stopping.ts")).studyRerunStopping,
  "rerun-intervals": async () => (await import("./calibration/rerun-intervals.ts")).studyRerunIntervals,
  predictors: async () => (await import("./calibration/predictors.ts")).studyPredictors,
  "kappa-intervals": async () => (await import("./calibration/kappa-intervals.ts")).studyKappaIntervals,
} satisfies Record<string, () => Promise<Study>>;

export type StudyName = keyof typeof studies;

export const studyNames = Object.keys(studies) as StudyName[];

/**
 * How often verdicts are wrong when nothing differs, how often intervals hold the truth, how far estimates are off.
 * @param names none: all studies
 * @returns the rows of each study as it ends
 * @throws signal.reason when aborted
 */
export async function* benchCalibration(
  context: BenchContext,
  names: readonly StudyName[] = [],
): AsyncGenerator<BenchRow[]> {
  for (const name of names.length > 0 ? names : studyNames) {
    await yieldToEventLoop(context.signal);
    const study: Study = await studies[name]();
    yield await study(context);
  }
}
