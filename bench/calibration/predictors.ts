import { judgePredictors } from "#lib/predictors/judge-predictors.ts";
import { simulatePredictors } from "#lib/predictors/simulations/simulate-predictors.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { BenchContext, BenchRow } from "../row.ts";

const pools = 1000;

/** Pools in which a predictor is named though none is planted, and the area of one that is. */
export async function studyPredictors({ log, signal }: BenchContext): Promise<BenchRow[]> {
  log("calibration: predictors of harm");
  let [named, found, area, held] = [0, 0, 0, 0];
  for (let seed = 1; seed <= pools; seed++) {
    await yieldToEventLoop(signal);
    const nothing = { memories: 400, random: 100, planted: null };
    if (judgePredictors(...simulatePredictors(nothing, seed)).found > 0) named += 1;
    const planted = { memories: 400, random: 100, planted: 0.7 };
    const row = judgePredictors(...simulatePredictors(planted, seed)).rows.find(
      ({ name }) => name === "planted",
    );
    found += Number(row?.reading === "harm");
    area += row?.auc ?? 0;
    // Flagged below the median in .7, above it in .3: the area is .5 + (.7 - .3) / 2.
    if (row?.ci && row.ci[0] <= 0.7 && 0.7 <= row.ci[1]) held += 1;
  }
  const row = (name: string, measured: number, nominal: string): BenchRow => ({
    ...{ name, n: pools, seconds: null, measured, nominal },
  });
  return [
    row("pools of 100 random predictors that name one", named / pools, "<= .05"),
    row("pools with a planted predictor that name it", found / pools, "high"),
    row("area of the planted predictor", area / pools, ".7"),
    row("its interval holds .7", held / pools, ".95"),
  ];
}
