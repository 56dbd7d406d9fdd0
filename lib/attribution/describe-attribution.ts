import { describeQ, formatPoints } from "#lib/transfer/format.ts";
import type { AttributionSummary } from "./attribution-summary.ts";
import { ATTRIBUTION_LEVEL, FEWEST_TASKS, type MemoryAttribution } from "./memory-attribution.ts";

const minus = "−";
/** ".05" */
const shortLevel = String(ATTRIBUTION_LEVEL).replace(/^0/, "");

/** "2 harmful and 0 helpful at q ≤ .05, 7 suspected, of 140 memories with enough tasks; 131 were shown at too few to say." */
export function verdictSentence({ memories, verdicts }: AttributionSummary): string {
  const tested = memories - verdicts.few;
  const { harmful, helpful, suspected } = verdicts;
  return `${count(harmful)} harmful and ${count(helpful)} helpful at q ≤ ${shortLevel}, ${count(suspected)} suspected, of ${count(tested)} memories with enough tasks; ${count(verdicts.few)} were shown at too few to say.`;
}

/** "29 at net ≤ −2; chance alone gives about 28." */
export function netLossSentence({ netLoss }: Pick<AttributionSummary, "netLoss">): string {
  return `${count(netLoss.seen)} at net ≤ ${minus}2 tasks; chance alone gives about ${count(Math.round(netLoss.byChance))}.`;
}

function count(number: number): string {
  return number.toLocaleString("en");
}

/** What is said of one memory, in a sentence that names its baseline. */
export function describeEffect(
  row: Pick<MemoryAttribution, "effect" | "q" | "tasks" | "lost" | "lostAlone" | "lostByChance">,
  baseline: string,
): string {
  const tasks = row.tasks === 1 ? "1 task" : `${row.tasks} tasks`;
  const effect = `${formatPoints(row.effect)} against ${baseline} at ${tasks}`;
  if (row.q === null) return `${effect}: too few to say.`;
  return `${effect}, ${describeQ(row.q)}.`;
}

/** The same in one line, where the baseline stands beside it: "−4.2 points at 72 tasks, q = 1.000; 9 lost, none alone". */
export function describeBriefly(
  row: Pick<MemoryAttribution, "effect" | "q" | "tasks" | "lost" | "lostAlone">,
): string {
  const q = row.q === null ? "too few to say" : describeQ(row.q);
  const alone = row.lost === 0 ? "" : `, ${row.lostAlone === 0 ? "none" : row.lostAlone} alone`;
  return `${formatPoints(row.effect)} at ${row.tasks} ${row.tasks === 1 ? "task" : "tasks"}, ${q}; ${row.lost} lost${alone}`;
}

/** How many of the lost tasks speak of this memory alone. */
export function describeLost({ lost, lostAlone }: Pick<MemoryAttribution, "lost" | "lostAlone">): string {
  if (lost === 0) return "No task was lost with it.";
  const tasks = lost === 1 ? "1 lost task" : `${lost} lost tasks`;
  if (lostAlone === 0) return `${tasks}, none alone: other memories were shown each time.`;
  return `${tasks}, ${lostAlone} of them with no other memory shown.`;
}

/** Why some memories have neither p nor q. */
export const tooFewReason = `Too few: under ${FEWEST_TASKS} tasks, or tasks at which no outcome would have reached p ≤ .05.`;
