import { seededRandom } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import { rateMixes } from "#lib/transfer/simulations/draw-runs.ts";
import { simulatePage } from "#lib/transfer/simulations/simulate-page.ts";
import type { BenchContext, BenchRow } from "../row.ts";

const REPEATS = 400;

/** How often a comparison of a run with its own repeat says anything. */
export async function studyComparisonPage({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [mix, attempts] of rateMixes.flatMap((each) => [[each, 1] as const, [each, 3] as const])) {
    await yieldToEventLoop(signal);
    log(`Comparison pages: rates ${mix}, ${attempts} attempts ...`);
    const settings = { mix, attempts, tasks: 491, benchmarks: 6, repeats: REPEATS };
    const page = simulatePage(settings, seededRandom(4));
    const row = (what: string, measured: number, nominal: string): BenchRow => ({
      name: `page of a run and its repeat, ${attempts} attempts, rates ${mix}: ${what}`,
      n: 491,
      seconds: null,
      measured,
      nominal,
    });
    rows.push(
      row("better or worse", page.verdict, "<= .05"),
      row("worse", page.worse, "<= .025"),
      row("any benchmark with q <= .05", page.anyBenchmark, "<= .05"),
      row("any supported", page.anySupported, "<= .1"),
      row("any of these", page.anything, "<= .2"),
      row("a benchmark's interval without 0", page.intervalWithoutZero, ".05, not adjusted"),
    );
  }
  return rows;
}
