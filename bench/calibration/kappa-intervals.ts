import { cohenKappa } from "#lib/metrics/cohen-kappa.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { BenchContext, BenchRow } from "../row.ts";

const REPEATS = 1000;

/** How often the interval of kappa holds the true value, for raters who copy each other with a known chance. */
export async function studyKappaIntervals({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const random = seededRandom(3);
  for (const labels of [2, 5])
    for (const n of [20, 40, 100])
      for (const truth of [0, 0.5, 0.9]) {
        await yieldToEventLoop(signal);
        log(`Kappa: ${labels} labels, ${n} items, true value ${truth} ...`);
        const draw = () => String(random() < 0.5 ? 0 : 1 + Math.floor((labels - 1) * random()));
        let held = 0;
        for (let i = 0; i < REPEATS; i++) {
          const items = Array.from({ length: n }, () => {
            const first = draw();
            return [first, random() < truth ? first : draw()] as [string, string];
          });
          const measured = cohenKappa(items);
          if (!("value" in measured) || (measured.value.low <= truth && truth <= measured.value.high))
            held += 1;
        }
        rows.push({
          name: `kappa of ${labels} labels, true value ${truth}: interval holds it`,
          n,
          seconds: null,
          measured: held / REPEATS,
          nominal: ".95",
        });
      }
  return rows;
}
