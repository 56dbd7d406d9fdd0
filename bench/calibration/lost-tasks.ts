import { seededRandom } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import { type RateMix, rateMixes } from "#lib/transfer/simulations/draw-runs.ts";
import { type LossResult, simulateLosses } from "#lib/transfer/simulations/simulate-losses.ts";
import type { BenchContext, BenchRow } from "../row.ts";

const REPEATS = 400;

/** Verdicts on lost tasks: false ones against a repeat, the expected number lost, and planted losses found. */
export async function studyLostTasks({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [tasks, attempts] of [
    [100, 3],
    [491, 3],
    [491, 5],
  ] as const) {
    for (const mix of rateMixes) {
      await yieldToEventLoop(signal);
      log(`Lost tasks: ${tasks} tasks x ${attempts} attempts, rates ${mix} ...`);
      const settings = { mix, tasks, attempts, repeats: REPEATS };
      rows.push(
        ...ofRepeats({ mix, tasks, attempts }, simulateLosses({ ...settings, planted: 0 }, seededRandom(1))),
      );
      const planted = Math.round(tasks * 0.04);
      rows.push(
        ...ofPlanted({ mix, tasks, attempts }, simulateLosses({ ...settings, planted }, seededRandom(2))),
      );
    }
  }
  return rows;
}

type Named = { mix: RateMix; tasks: number; attempts: number };

function ofRepeats({ mix, tasks, attempts }: Named, result: LossResult): BenchRow[] {
  const row = (what: string, measured: number, nominal: string): BenchRow => ({
    name: `run against its repeat, ${attempts} attempts, rates ${mix}: ${what}`,
    n: tasks,
    seconds: null,
    measured,
    nominal,
  });
  return [
    row("any supported", result.anyFalse, "<= .1"),
    row("expected lost / truth", result.expectedLost / result.truth, "1"),
    row("lost in its interval", result.holdsLost, ">= .95"),
    row("truth in its interval", result.holdsTruth, ">= .95"),
  ];
}

function ofPlanted({ mix, tasks, attempts }: Named, result: LossResult): BenchRow[] {
  const row = (what: string, measured: number, nominal: string): BenchRow => ({
    name: `4% of tasks lost on purpose, ${attempts} attempts, rates ${mix}: ${what}`,
    n: tasks,
    seconds: null,
    measured,
    nominal,
  });
  return [
    row("false share of supported", result.falseShare, "<= .1"),
    row("share of planted supported", result.power, "the more the better"),
  ];
}
