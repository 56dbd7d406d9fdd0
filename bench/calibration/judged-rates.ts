import { simulateJudged } from "#lib/metrics/simulate-judged.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { BenchContext, BenchRow } from "../row.ts";

const REPEATS = 500;

const judges = [
  { name: "perfect", sensitivity: 1, specificity: 1 },
  { name: "fair", sensitivity: 0.95, specificity: 0.95 },
  { name: "passes too much", sensitivity: 0.8, specificity: 0.6 },
] as const;

/** Coverage of pass rates and differences that a judge's verdicts and some verified attempts give. */
export async function studyJudgedRates({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { name, ...judge } of judges) {
    for (const rate of [0.03, 0.2, 0.5, 0.97]) {
      for (const [verified, attempts] of [
        [20, 1],
        [50, 3],
        [150, 1],
      ] as const) {
        await yieldToEventLoop(signal);
        log(`Judged rates: judge ${name}, rate ${rate}, ${verified} verified ...`);
        const settings = { tasks: 400, verified, attempts, rate, ...judge, repeats: REPEATS };
        const found = simulateJudged(settings, seededRandom(10));
        const row = (what: string, measured: number): BenchRow => ({
          name: `judge ${name}, rate ${rate}, ${verified} tasks verified, ${attempts} attempts: coverage of the ${what}`,
          n: 400,
          seconds: null,
          measured,
          nominal: ".95",
          note: `judge alone ${found.judgeAlone.toFixed(3)}, width ${found.width.toFixed(3)}`,
        });
        rows.push(row("rate", found.rate), row("difference", found.difference));
      }
    }
  }
  return rows;
}
