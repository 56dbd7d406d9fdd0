import { simulateClusters } from "#lib/metrics/simulate-clusters.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { BenchContext, BenchRow } from "../row.ts";

const REPEATS = 2000;

/** Tasks per repository. */
const designs: Readonly<Record<string, readonly number[]>> = {
  "12 even": Array(12).fill(40),
  "40 small": Array(40).fill(5),
  "6 even": Array(6).fill(10),
  "1 large, 5 small": [100, 20, 20, 20, 20, 20],
  "as SWE-bench Verified": [231, 75, 44, 34, 32, 22, 22, 19, 10, 8, 2, 1],
};

/** Coverage of the interval over repositories, beside that of one that takes tasks for independent. */
export async function studyClusteredIntervals({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [name, sizes] of Object.entries(designs)) {
    for (const spread of [0, 0.1, 0.2]) {
      await yieldToEventLoop(signal);
      log(`Clustered intervals: repositories ${name}, effects ± ${spread} ...`);
      const found = simulateClusters({ sizes, spread, repeats: REPEATS }, seededRandom(6));
      rows.push({
        name: `repositories ${name}, effects vary by ${spread}: coverage`,
        n: sizes.reduce((sum, size) => sum + size, 0),
        seconds: null,
        measured: found.clustered,
        nominal: ".95",
        note: `tasks taken for independent ${found.independent.toFixed(3)}`,
      });
    }
  }
  return rows;
}
