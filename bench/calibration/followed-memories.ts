import { simulateFollows } from "#lib/attribution/evidence/simulate-follows.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { BenchContext, BenchRow } from "../row.ts";

const TRIALS = 2000;

/** How often an ignored memory is said to be followed, and a followed one is found. */
export async function studyFollowedMemories({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const controls of [59, 200])
    for (const copied of [0, 1, 3]) {
      await yieldToEventLoop(signal);
      log(`Followed memories: ${controls} controls, ${copied} commands copied ...`);
      const shape = { trials: TRIALS, steps: 20, controls, delivered: 3, copied };
      const { falseTrials, found } = simulateFollows(shape, seededRandom(7));
      const row = (what: string, measured: number, nominal: string): BenchRow => ({
        name: `${controls} memories not shown, ${copied} commands copied: ${what}`,
        n: TRIALS,
        seconds: null,
        measured,
        nominal,
      });
      rows.push(row("an ignored memory called followed", falseTrials, "<= .05"));
      if (copied > 0) rows.push(row("the followed memory found", found, "high"));
    }
  return rows;
}
