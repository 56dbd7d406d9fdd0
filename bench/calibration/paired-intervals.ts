import { seededRandom } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import { rateMixes } from "#lib/transfer/simulations/draw-runs.ts";
import { simulateIntervals } from "#lib/transfer/simulations/simulate-intervals.ts";
import type { BenchContext, BenchRow } from "../row.ts";

const REPEATS = 2000;
const BOOTSTRAP = 200;

/** Tasks per benchmark. One number: a micro average, or one benchmark's row. Several: a macro average. */
const sizes: readonly (readonly number[])[] = [
  [12],
  [40],
  [90],
  [491],
  [12, 12, 12],
  [5, 12, 100],
  [12, 63, 89, 90, 100, 100],
];

/** Coverage of the 95% intervals of a comparison, without a difference and with a tenth of the tasks lost. */
export async function studyPairedIntervals({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const benchmarks of sizes) {
    for (const mix of rateMixes) {
      log(`Intervals: ${benchmarks.join(" + ")} tasks, rates ${mix} ...`);
      for (const [attempts, k] of [
        [1, 1],
        [3, 1],
        [3, 3],
      ] as const) {
        for (const harm of [0, 0.1]) {
          await yieldToEventLoop(signal);
          const settings = { mix, benchmarks, attempts, k, harm, repeats: REPEATS, bootstrap: BOOTSTRAP };
          const { coverage, width, leastWidth, bootstrapCoverage } = simulateIntervals(
            settings,
            seededRandom(3),
          );
          rows.push({
            name: `${benchmarks.length > 1 ? `macro of ${benchmarks.join(" + ")}` : "micro"}, pass@${k} of ${attempts}, rates ${mix}, ${harm * 100} % lost: coverage`,
            n: benchmarks.reduce((sum, tasks) => sum + tasks, 0),
            seconds: null,
            measured: coverage,
            nominal: ".95",
            note: `width ${width.toFixed(3)}, least ${leastWidth.toFixed(3)}; bootstrap ${bootstrapCoverage.toFixed(3)}`,
          });
        }
      }
    }
  }
  return rows;
}
