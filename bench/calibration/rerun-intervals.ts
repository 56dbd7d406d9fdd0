import { simulateCoverage } from "#lib/reruns/simulations/simulate-coverage.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { BenchContext, BenchRow } from "../row.ts";

const lattices = 4000;
const truths: readonly [string, number[]][] = [
  ["one memory loses the task", [0.9, 0.1, 0.9, 0.1, 0.9, 0.1, 0.9, 0.1]],
  ["two lose it together", [0.9, 0.9, 0.9, 0.1, 0.9, 0.9, 0.9, 0.1]],
  ["none, a coin", new Array(8).fill(0.5)],
  ["none, mostly passing", new Array(8).fill(0.9)],
];

/** How often the intervals of Shapley values and interactions hold the truth. */
export async function studyRerunIntervals({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [name, chances] of truths) {
    for (const repeats of [1, 2, 4, 8]) {
      log(`calibration: intervals of reruns, ${name}, ${repeats} each`);
      await yieldToEventLoop(signal);
      const { values, pairs } = simulateCoverage(chances, repeats, lattices, 22);
      const row = (what: string, measured: number): BenchRow => ({
        name: `interval of ${what} holds the truth, ${repeats} of each subset: ${name}`,
        n: lattices,
        seconds: null,
        measured,
        nominal: repeats === 1 ? ">= .92" : ">= .95",
      });
      rows.push(row("a Shapley value", values), row("an interaction", pairs));
    }
  }
  return rows;
}
