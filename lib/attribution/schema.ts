/**
 * The words of this folder.
 * - shown: a memory stood in the prompt of an attempt.
 * - effect: what the attempts that were shown a memory passed, less what the baseline passed at the same tasks, in points.
 * - lost alone: a lost task at which no other memory was shown.
 */
import type { MemoryBlame } from "./blame.ts";
import type { BlameSummary } from "./blame-summary.ts";

/** A row of the blame table: the memory as it is now, beside what its tasks came to. */
export type MemoryBlameRow = MemoryBlame & {
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

export type MemoryBlameList = {
  rows: MemoryBlameRow[];
  /** Rows on all pages: memories always shown together are one. */
  total: number;
  summary: BlameSummary;
  /** Retrievals of the candidate that match no memory of the pool: they can blame nobody. */
  unlinked: number;
};
