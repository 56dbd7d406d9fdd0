import type { MemoryAttribution, MemoryVerdict } from "./memory-attribution.ts";
import { NET_TASKS } from "./outcomes-by-chance.ts";

/** A count of memories, and the one that chance alone would give. */
type CountByChance = { seen: number; byChance: number };

export type AttributionSummary = {
  memories: number;
  verdicts: Record<MemoryVerdict, number>;
  /** Memories at whose tasks two or more were lost than gained, gained than lost. */
  netLoss: CountByChance;
  netGain: CountByChance;
};

/** Counts memories by what is said of them, and beside raw counts what chance alone gives. */
export function summarizeAttribution(rows: readonly MemoryAttribution[]): AttributionSummary {
  const sizeOf = ({ alike }: MemoryAttribution) => 1 + alike.length;
  const total = (of: readonly MemoryAttribution[], value: (row: MemoryAttribution) => number) =>
    of.reduce((sum, row) => sum + sizeOf(row) * value(row), 0);
  const count = (wanted: (row: MemoryAttribution) => boolean) => total(rows.filter(wanted), () => 1);
  const ofVerdict = (verdict: MemoryVerdict) => count((row) => row.verdict === verdict);
  return {
    memories: count(() => true),
    verdicts: {
      harmful: ofVerdict("harmful"),
      suspected: ofVerdict("suspected"),
      unclear: ofVerdict("unclear"),
      helpful: ofVerdict("helpful"),
      few: ofVerdict("few"),
    },
    netLoss: {
      seen: count((row) => row.gained - row.lost <= -NET_TASKS),
      byChance: total(rows, (row) => row.netLossByChance),
    },
    netGain: {
      seen: count((row) => row.gained - row.lost >= NET_TASKS),
      byChance: total(rows, (row) => row.netGainByChance),
    },
  };
}
