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

/** A kind of thing that waits: how many, and the first three. */
type Waiting<T> = { count: number; first: T[] };
type Titled = { id: string; title: string };

/** Memories in use that are harmful or suspected, the smallest q first. */
export type SuspectList = Waiting<Titled & { q: number | null; verdict: "harmful" | "suspected" }> & {
  harmful: number;
  /** Memories that could be tested, and those of them that point to harm at p <= 0.05. */
  tested: number;
  signs: number;
};

/** A memory with findings of the linter in its present text, and the first of the rules it breaks. */
export type LintedMemory = Titled & { findings: number; rule: string };

/** What waits for somebody. */
export type Attention = {
  suspects: SuspectList;
  /** Oldest first. */
  candidates: Waiting<Titled & { createdAt: Date }>;
  /** Active and valid, and no longer within 30 days; the soonest first. */
  expiring: Waiting<Titled & { validUntil: Date }>;
  lintErrors: Waiting<LintedMemory>;
  /** Failed in the last seven days, newest first. */
  failedJobs: Waiting<Titled & { error: string | null; finishedAt: Date }>;
  others: {
    /** Active, but past their valid until. */
    expired: number;
    /** Their embedded text changed since: left out of retrieval. */
    staleEmbeddings: number;
    /** Without a vector in the active space: left out of retrieval. */
    missingEmbeddings: number;
    /** Memories with lint warnings and no lint error. */
    lintWarnings: number;
    pendingDrafts: number;
    /** Marked for review, and not deprecated yet. */
    inReview: number;
  };
};
