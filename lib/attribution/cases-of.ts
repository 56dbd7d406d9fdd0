import type { AttributionCase, CaseState } from "./attribution-case.ts";
import type { MemoryAttribution, MemoryVerdict } from "./memory-attribution.ts";

const states: Record<MemoryVerdict, CaseState> = {
  harmful: "supported",
  suspected: "suspected",
  helpful: "helpful",
  unclear: "unclear",
  few: "few",
};

/** Rows of memories as cases, in their order. */
export function casesOf(
  rows: readonly MemoryAttribution[],
  titles: ReadonlyMap<string, string>,
): AttributionCase[] {
  return rows.map((row) => {
    const memoryIds = [row.memoryId, ...row.alike];
    const half = 1.645 / Math.sqrt(row.attempts);
    return {
      memoryIds,
      titles: memoryIds.map((id) => titles.get(id) ?? id),
      effect: row.effect,
      ci: [Math.max(-1, row.effect - half), Math.min(1, row.effect + half)],
      q: row.q ?? 1,
      exposures: row.attempts,
      tasks: row.tasks,
      lostAlone: row.lostAlone,
      lostShared: row.lost - row.lostAlone,
      separable: memoryIds.length === 1 && row.rival === null,
      restsOnErrors: row.restsOnErrors,
      state: states[row.verdict],
    };
  });
}
