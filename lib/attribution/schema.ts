/**
 * The words of this folder.
 * - shown: a memory stood in the prompt of an attempt.
 * - effect: what the attempts that were shown a memory passed, less what the baseline passed at the same tasks, in points.
 * - lost alone: a lost task at which no other memory was shown.
 */

import type { AttributionSummary } from "./attribution-summary.ts";
import type { MemoryAttribution } from "./memory-attribution.ts";

/** A row of the attribution table: the memory as it is now, beside what its tasks came to. */
export type MemoryAttributionRow = MemoryAttribution & {
  title: string;
  type: string;
  benchmark: string;
  lifecycle: string;
  validUntil: string | null;
  /** Those of `alike`, and `rival`, by name. */
  alikeNamed: NamedMemory[];
  rivalNamed: NamedMemory | null;
};

export type NamedMemory = { id: string; title: string };

export type MemoryAttributionList = {
  rows: MemoryAttributionRow[];
  /** Rows on all pages: memories always shown together are one. */
  total: number;
  summary: AttributionSummary;
  /** Retrievals of the candidate that match no memory of the pool: nothing can be attributed to them. */
  unlinked: number;
};
