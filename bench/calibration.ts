import type { BenchContext, BenchRow } from "./row.ts";

/** One simulation at full size; the same one runs small and seeded among the tests beside the code that it checks. */
export type Study = (context: BenchContext) => Promise<BenchRow[]>;

const studies: readonly (() => Promise<Study>)[] = [
  async () => (await import("./calibration/mixing-coverage.ts")).studyMixingCoverage,
  async () => (await import("./calibration/mixing-change-errors.ts")).studyMixingChange,
  async () => (await import("./calibration/invariant-recovery.ts")).studyInvariantShares,
  async () => (await import("./calibration/lost-tasks.ts")).studyLostTasks,
  async () => (await import("./calibration/paired-intervals.ts")).studyPairedIntervals,
  async () => (await import("./calibration/comparison-page.ts")).studyComparisonPage,
  async () => (await import("./calibration/memory-verdicts.ts")).studyMemoryVerdicts,
  async () => (await import("./calibration/demo-verdicts.ts")).studyDemoVerdicts,
];

/** How often verdicts are wrong when nothing differs, how often intervals hold the truth, how far estimates are off. */
export async function benchCalibration(context: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const load of studies) rows.push(...(await (await load())(context)));
  return rows;
}
