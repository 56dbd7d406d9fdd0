import { simulateMatrix } from "#lib/matrix/simulations/simulate-matrix.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import { rateMixes } from "#lib/transfer/simulations/draw-runs.ts";
import type { BenchContext, BenchRow } from "../row.ts";

const REPEATS = 200;
const kinds = [
  { attempts: 1, k: 1 },
  { attempts: 3, k: 1 },
  { attempts: 3, k: 3 },
];

/** How often a matrix of a run and four repeats of it shows any arrow. */
export async function studyMatrixArrows({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const mix of rateMixes) {
    log(`Matrices of repeats: rates ${mix} ...`);
    for (const { attempts, k } of kinds) {
      await yieldToEventLoop(signal);
      const measure = { kind: "pass", k } as const;
      const settings = { mix, tasks: 491, benchmarks: 6, runs: 4, attempts, measure, repeats: REPEATS };
      rows.push({
        name: `matrix of a run and 4 repeats, rates ${mix}, ${attempts} attempts, pass@${k}: any arrow`,
        n: 491,
        seconds: null,
        measured: simulateMatrix(settings, seededRandom(6)).anyArrow,
        nominal: "<= .05",
      });
    }
  }
  return rows;
}
