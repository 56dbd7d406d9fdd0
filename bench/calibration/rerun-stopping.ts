import { RERUN_ALPHA } from "#lib/reruns/schema.ts";
import { type PeekingTruth, simulatePeeking } from "#lib/reruns/simulations/simulate-peeking.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { BenchContext, BenchRow } from "../row.ts";

const plans = 10_000;

const nulls: readonly [string, PeekingTruth][] = [
  ["coin", { memories: 3, chance: () => 0.5, rounds: 3 }],
  ["mostly passing", { memories: 3, chance: () => 0.9, rounds: 3 }],
  ["failures end late", { memories: 3, chance: () => 0.6, rounds: 3, failuresLate: true }],
  ["each subset its own chance, none by a memory", { memories: 1, chance: () => 0.4, rounds: 6 }],
  ["two memories, one helps a little", { memories: 2, chance: (s) => (s & 1 ? 0.6 : 0.4), rounds: 4 }],
];
const harms: readonly [string, PeekingTruth][] = [
  ["one of three, .9 to .1", { memories: 3, chance: (s) => (s & 2 ? 0.1 : 0.9), rounds: 3 }],
  ["one of three, .8 to .3", { memories: 3, chance: (s) => (s & 2 ? 0.3 : 0.8), rounds: 3 }],
  ["two together of three, .9 to .1", { memories: 3, chance: (s) => ((s & 3) === 3 ? 0.1 : 0.9), rounds: 3 }],
];

/** Plans stopped at the first look that confirms a memory: where none does harm, and where one does. */
export async function studyRerunStopping({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [kind, truths] of [
    ["false", nulls],
    ["true", harms],
  ] as const) {
    for (const [name, truth] of truths) {
      log(`calibration: reruns stopped, ${name}`);
      await yieldToEventLoop(signal);
      const { confirmed, reruns } = simulatePeeking(truth, plans, 21);
      rows.push({
        name: `plans with a ${kind} confirmation, looked at after every rerun: ${name}`,
        n: plans,
        seconds: null,
        measured: confirmed,
        nominal: kind === "false" ? `<= ${RERUN_ALPHA}` : "high",
        note: `${reruns.toFixed(1)} reruns`,
      });
    }
  }
  return rows;
}
