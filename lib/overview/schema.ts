import type { Lifecycle, MemoryType } from "#lib/db/generated/enums.ts";

/** What every page says about the pool: banners and the job indicator. */
export type ShellStatus = {
  /** Some memory or run is of the synthetic demo pool. */
  hasSynthetic: boolean;
  memoryCount: number;
  /** The space that serves search and maps; null before the first embedding. */
  space: { provider: string; model: string; dimensions: number } | null;
  /** An OpenAI-compatible server is set up. */
  hasKey: boolean;
  activeJobs: number;
};

/** Memories of one type, benchmark and lifecycle. */
export type PoolGroup = { type: MemoryType; benchmark: string; lifecycle: Lifecycle; count: number };

/** The pool as a table of types by benchmarks. */
export type PoolCounts = {
  total: number;
  /** In the order of abstraction, only those the pool holds. */
  types: MemoryType[];
  /** One row a benchmark, by name; `counts` follow `types`. */
  rows: { benchmark: string; counts: number[]; total: number }[];
  typeTotals: number[];
  lifecycles: Record<Lifecycle, number>;
};

/** How many of each thing wait for somebody. */
export type Attention = {
  /** Active, but past their valid until. */
  expired: number;
  /** Their embedded text changed since: left out of retrieval. */
  staleEmbeddings: number;
  /** Without a vector in the active space: left out of retrieval. */
  missingEmbeddings: number;
  /** Not deprecated, and harmful at q <= 0.05 by the newest run that was shown them. */
  harmful: string[];
  /** Failed in the last seven days. */
  failedJobs: number;
  /** Memories with lint findings of that severity; at most a thousand ids each. */
  lintErrors: string[];
  lintWarnings: string[];
  pendingDrafts: number;
  /** Marked for review, and not deprecated yet. */
  inReview: number;
};
