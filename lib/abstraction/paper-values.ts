import type { MemoryType } from "#lib/db/generated/enums.ts";

/**
 * DBI and LISI per memory type as published: Memory Transfer Learning (arXiv 2604.14004), figure 6, with
 * text-embedding-3-small and the benchmark as label. Which perplexity, and mean or median, is not stated, and the
 * paper's pool is not public: a reference to read beside one's own value, not a target.
 */
export const paperAbstraction: Record<MemoryType, { dbi: number; lisi: number }> = {
  trajectory: { dbi: 3.09, lisi: 1.7 },
  workflow: { dbi: 4.02, lisi: 2.33 },
  summary: { dbi: 4.47, lisi: 2.34 },
  insight: { dbi: 6.5, lisi: 4.0 },
};

export const paperAbstractionSource = "Memory Transfer Learning, arXiv 2604.14004, figure 6";
