import type { RerunResultRow } from "./schema.ts";

/** What came of the reruns of one subset. */
export type LatticeCell = {
  subset: number;
  /** Reruns that ran to their end, and how many of them passed. */
  scored: number;
  passed: number;
  /** Results that errored or are missing: their repeat is still to be run. */
  unanswered: number;
};

/** Outcomes by rerun: `outcomeOf(subset, repeat)` is whether it passed, or undefined while it is open. */
export type FoldedResults = {
  cells: LatticeCell[];
  outcomeOf: (subset: number, repeat: number) => boolean | undefined;
};

/**
 * Puts results in their places. Of several for one rerun the first that ran to its end counts, by the time it was
 * started: an errored attempt says nothing of a memory, and is run again.
 */
export function foldResults(memories: number, results: readonly RerunResultRow[]): FoldedResults {
  const ordered = results.toSorted(
    (a, b) => (a.startedAt ?? "").localeCompare(b.startedAt ?? "") || a.identity.localeCompare(b.identity),
  );
  const passed = new Map<string, boolean>();
  const unanswered = new Map<number, number>();
  for (const { subset, repeat, outcome } of ordered) {
    const key = `${subset} ${repeat}`;
    if (outcome === "passed" || outcome === "failed") {
      if (!passed.has(key)) passed.set(key, outcome === "passed");
    } else unanswered.set(subset, (unanswered.get(subset) ?? 0) + 1);
  }
  const cells = Array.from({ length: 2 ** memories }, (_, subset) => {
    const its = [...passed].filter(([key]) => key.startsWith(`${subset} `)).map(([, did]) => did);
    return {
      subset,
      scored: its.length,
      passed: its.filter(Boolean).length,
      unanswered: unanswered.get(subset) ?? 0,
    };
  });
  return { cells, outcomeOf: (subset, repeat) => passed.get(`${subset} ${repeat}`) };
}
