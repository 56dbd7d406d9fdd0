import { ATTRIBUTION_LEVEL, type MemoryAttribution, type MemoryVerdict } from "./memory-attribution.ts";

/** The verdict that a row of numbers earns. */
export function verdictOf(row: Omit<MemoryAttribution, "verdict">): MemoryVerdict {
  const { p, q, effect, passed, expected, rival, alike, restsOnErrors } = row;
  if (p === null || q === null) return "few";
  // Both ways of looking at it must agree: worse than the baseline, and worse than the run as a whole.
  const harms = effect < 0 && passed < expected;
  const named = q <= ATTRIBUTION_LEVEL && rival === null && alike.length === 0 && !restsOnErrors;
  if (harms) return named ? "harmful" : p <= ATTRIBUTION_LEVEL || rival !== null ? "suspected" : "unclear";
  return named && effect > 0 && passed > expected ? "helpful" : "unclear";
}

const verdictOrder: Record<MemoryVerdict, number> = {
  harmful: 0,
  suspected: 1,
  unclear: 2,
  few: 4,
  helpful: 3,
};

/** Orders rows: the surest harm first, then what points to harm, then the rest. */
export function compareByHarm(a: MemoryAttribution, b: MemoryAttribution): number {
  const harm = (row: MemoryAttribution) => (row.effect < 0 ? (row.q ?? 2) : 3);
  return (
    verdictOrder[a.verdict] - verdictOrder[b.verdict] ||
    harm(a) - harm(b) ||
    (a.p ?? 1) - (b.p ?? 1) ||
    a.effect - b.effect ||
    a.memoryId.localeCompare(b.memoryId)
  );
}
