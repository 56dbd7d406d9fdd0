import type { memoryVerdicts } from "#lib/memories/search-params.ts";

/**
 * What can be said of a memory.
 * - harmful, helpful: q <= 0.05, and no other memory explains it.
 * - suspected: it points to harm, but chance or another memory may explain it.
 * - unclear: no sign of harm beyond chance.
 * - few: shown at too few tasks to say anything.
 */
export type MemoryVerdict = (typeof memoryVerdicts)[number];

/** What the attempts that were shown a memory came to, against the baseline at the same tasks. */
export type MemoryAttribution = {
  memoryId: string;
  /** Memories shown to exactly the same attempts: all said here is said of them together. */
  alike: string[];
  /** Showings in counted attempts at paired tasks, and those tasks. */
  retrievals: number;
  tasks: number;
  gained: number;
  lost: number;
  kept: number;
  never: number;
  /** Lost tasks at which every attempt that was shown it was shown nothing else. */
  lostAlone: number;
  /** Tasks that would be gained and lost by chance. */
  gainedByChance: number;
  lostByChance: number;
  /** Chance that two or more tasks net would be lost, gained, by chance. */
  netLossByChance: number;
  netGainByChance: number;
  /** Mean over its tasks of the share passed of the attempts shown it, less the baseline's share; -1 to 1. */
  effect: number;
  /** Attempts shown it, those that passed, and that would pass by the run as a whole. */
  attempts: number;
  passed: number;
  expected: number;
  /** Exact p, and Benjamini-Hochberg over all memories that can be tested; null = too few tasks. */
  p: number | null;
  q: number | null;
  /** Its p is small only because attempts errored: they may have failed by no doing of a memory. */
  restsOnErrors: boolean;
  /** The memory that explains it or can't be told apart from it. */
  rival: string | null;
  verdict: MemoryVerdict;
};

/** At or below this share of false ones, memories are named. */
export const ATTRIBUTION_LEVEL = 0.05;
/** Fewer tasks than these are never tested. */
export const FEWEST_TASKS = 3;
