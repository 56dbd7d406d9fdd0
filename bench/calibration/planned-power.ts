import { detectableDifference } from "#lib/metrics/plan-comparison.ts";
import { simulatePower } from "#lib/metrics/simulate-power.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import type { BenchContext, BenchRow } from "../row.ts";

const REPEATS = 2000;

/** Power of the exact test at the difference that the planner names. */
export async function studyPlannedPower({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const shape of ["few", "alike"] as const) {
    for (const [passRate, spread] of [
      [0.5, 0.3],
      [0.7, 0.2],
      [0.3, 0.25],
    ] as const) {
      for (const tasks of [40, 100, 491]) {
        for (const attempts of [1, 3, 5]) {
          await yieldToEventLoop(signal);
          log(`Planned power: ${tasks} tasks x ${attempts} attempts, rate ${passRate}, effect ${shape} ...`);
          const plan = { tasks, attempts, passRate, spread, shape, alpha: 0.05, power: 0.8 };
          const found = detectableDifference(plan, "lost");
          if (!("value" in found)) continue;
          rows.push({
            name: `${tasks} tasks x ${attempts} attempts, rate ${passRate} ± ${spread}, effect at ${shape === "few" ? "few tasks" : "all tasks alike"}: power`,
            n: tasks,
            seconds: null,
            measured: simulatePower(plan, -found.value, REPEATS, seededRandom(11)),
            nominal: ".8",
            note: `at a loss of ${(100 * found.value).toFixed(1)} points`,
          });
        }
      }
    }
  }
  return rows;
}
