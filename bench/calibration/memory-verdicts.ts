import { attributeChanges } from "#lib/attribution/attribute-changes.ts";
import { summarizeAttribution } from "#lib/attribution/attribution-summary.ts";
import type { MemoryAttribution } from "#lib/attribution/memory-attribution.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import { type SimulatedPool, simulatePool } from "#lib/testing/simulate-pool.ts";
import type { BenchContext, BenchRow } from "../row.ts";
import { ledgerHarmful, scoreRows } from "./marginal-ledger.ts";

const pages = 200;
/** As many as the demo pool's runs: 491 tasks, 431 memories of a type. */
const full = { tasks: 491, memories: 431 } as const;

const nulls: readonly [string, SimulatedPool][] = [
  ["a run and its repeat", { ...full, rates: "mixed" }],
  ["settled tasks, memories at one difficulty", { ...full, rates: "settled", byDifficulty: true }],
  ["40 memories at one difficulty", { ...full, memories: 40, rates: "mixed", byDifficulty: true }],
  ["a run worse by 1 logit", { ...full, rates: "mixed", shift: -1, byDifficulty: true }],
  ["a run worse by 2 logits", { ...full, rates: "settled", shift: -2, byDifficulty: true }],
  ["benchmarks helped or hurt", { ...full, rates: "mixed", benchmarkSd: 1, taskSd: 0.6 }],
  ["tasks helped or hurt", { ...full, memories: 40, rates: "mixed", taskSd: 1.5, byDifficulty: true }],
  ["one task in ten turned", { ...full, memories: 40, rates: "settled", turned: 0.1, byDifficulty: true }],
  ["60 tasks, 20 memories", { tasks: 60, memories: 20, rates: "mixed", shift: -0.5, taskSd: 0.6 }],
];

type Page = { rows: MemoryAttribution[]; harmful: ReadonlySet<string> };

/**
 * Memories named where none does anything, by page: the plane, the table of a comparison and the map read the same
 * verdicts. Then those named where three are planted.
 */
export async function studyMemoryVerdicts({ log, signal }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [name, pool] of nulls) {
    log(`calibration: memories named, ${name}`);
    rows.push(...nothingPlanted(name, await judgePages(pool, signal)));
  }
  log("calibration: memories named, harm planted");
  const planted = await judgePages({ ...full, rates: "mixed", taskSd: 0.6, harm: -5 }, signal);
  return [...rows, ...scoreRows("three planted, each mostly shown with a companion", planted)];
}

function nothingPlanted(name: string, judged: readonly Page[]): BenchRow[] {
  const summaries = judged.map(({ rows }) => summarizeAttribution(rows));
  const sum = (read: (summary: (typeof summaries)[number]) => number) =>
    summaries.reduce((total, summary) => total + read(summary), 0);
  const naming = summaries.filter(({ verdicts }) => verdicts.harmful + verdicts.helpful > 0).length;
  const byLedger = judged.filter(({ rows }) => ledgerHarmful(rows).length > 0).length;
  const seen = sum(({ netLoss }) => netLoss.seen);
  return [
    {
      name: `pages that name a memory, nothing planted: ${name}`,
      n: judged.length,
      seconds: null,
      measured: naming / judged.length,
      nominal: "<= 0.05",
      note: `by a ledger of lost and gained tasks with q: ${(byLedger / judged.length).toFixed(3)}`,
    },
    {
      name: `memories at a net loss of two, over those by chance: ${name}`,
      n: judged.length,
      seconds: null,
      measured: seen / sum(({ netLoss }) => netLoss.byChance),
      nominal: "1",
      note: `${(seen / judged.length).toFixed(1)} a page`,
    },
  ];
}

async function judgePages(pool: SimulatedPool, signal: AbortSignal): Promise<Page[]> {
  const judged: Page[] = [];
  for (let seed = 1; seed <= pages; seed++) {
    await yieldToEventLoop(signal);
    const { tasks, shown, harmful } = simulatePool(pool, seed);
    judged.push({ rows: attributeChanges(tasks, shown), harmful });
  }
  return judged;
}
