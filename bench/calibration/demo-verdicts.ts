import { attributeChanges } from "#lib/attribution/attribute-changes.ts";
import type { MemoryAttribution } from "#lib/attribution/memory-attribution.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import { demoComparisons } from "#lib/testing/demo-comparisons.ts";
import type { BenchContext, BenchRow } from "../row.ts";
import { scoreRows } from "./marginal-ledger.ts";

const seeds = Array.from({ length: 20 }, (_, i) => 42 + i);

/** The planted harmful memories of demo pools, the one that ships and nineteen of other seeds. */
export async function studyDemoVerdicts({ log, signal }: BenchContext): Promise<BenchRow[]> {
  log("calibration: planted harmful memories of demo pools");
  const pages: { rows: MemoryAttribution[]; harmful: ReadonlySet<string> }[] = [];
  for (const seed of seeds) {
    await yieldToEventLoop(signal);
    for (const { tasks, shown, harmful } of demoComparisons(seed)) {
      pages.push({ rows: attributeChanges(tasks, shown), harmful });
    }
  }
  // Four runs with memory each.
  const shipped = pages.slice(0, pages.length / seeds.length);
  return [...scoreRows("demo pool", shipped), ...scoreRows(`demo pools of ${seeds.length} seeds`, pages)];
}
