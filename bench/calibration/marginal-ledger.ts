import type { MemoryAttribution } from "#lib/attribution/memory-attribution.ts";
import { benjaminiHochberg } from "#lib/metrics/benjamini-hochberg.ts";
import { mcnemar } from "#lib/metrics/mcnemar.ts";
import type { BenchRow } from "../row.ts";

/** What a ledger of lost and gained tasks, one memory at a time, would call harmful: the peer of the verdicts. */
export function ledgerHarmful(rows: readonly MemoryAttribution[]): MemoryAttribution[] {
  const qs = benjaminiHochberg(rows.map(({ gained, lost }) => mcnemar(gained, lost).p));
  return rows.filter(({ gained, lost }, i) => (qs[i] ?? 1) <= 0.05 && lost > gained);
}

/** How many of the planted memories are named, and how many of those named are planted; by the ledger as well. */
export function scoreRows(
  name: string,
  pages: readonly { rows: readonly MemoryAttribution[]; harmful: ReadonlySet<string> }[],
): BenchRow[] {
  const planted = pages.reduce((sum, { harmful }) => sum + harmful.size, 0);
  const score = (named: (rows: readonly MemoryAttribution[]) => readonly MemoryAttribution[]) => {
    const found = pages.flatMap(({ rows, harmful }) =>
      named(rows).flatMap(({ memoryId, alike }) => [memoryId, ...alike].map((id) => harmful.has(id))),
    );
    return { named: found.length, true: found.filter(Boolean).length };
  };
  const ours = score((rows) => rows.filter(({ verdict }) => verdict === "harmful"));
  const ledger = score(ledgerHarmful);
  return [
    {
      name: `harmful memories found: ${name}`,
      n: planted,
      seconds: null,
      measured: ours.true / planted,
      note: `by the ledger ${(ledger.true / planted).toFixed(3)}`,
    },
    {
      name: `of those named harmful, harmful: ${name}`,
      n: ours.named,
      seconds: null,
      measured: ours.true / ours.named,
      nominal: ">= 0.95",
      note: `by the ledger ${(ledger.true / ledger.named).toFixed(3)} of ${ledger.named}`,
    },
  ];
}
