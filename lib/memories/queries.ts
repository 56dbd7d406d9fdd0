import type { Db } from "#lib/db/client.ts";
import type { Lifecycle, MemoryOutcome, MemoryType } from "#lib/db/generated/client.ts";
import { memoryWhere } from "./filter-sql.ts";
import { severityOf } from "./lint-sql.ts";
import { countWhere, type FoundRow, type ListParams, listPage } from "./list-sql.ts";
import { everyMemory, type MemoryFilter, type WorstSeverity } from "./search-params.ts";
import { type Ineligibility, ineligibility } from "./servable.ts";

/** A memory as a table shows it. Times are ISO 8601. */
export type MemoryRow = {
  id: string;
  type: MemoryType;
  title: string;
  benchmark: string;
  taskName: string;
  outcome: MemoryOutcome;
  lifecycle: Lifecycle;
  validFrom: string | null;
  validUntil: string | null;
  /** Why retrieval would not show it now; null = it is servable. */
  ineligible: Ineligibility | null;
  /** How often a trial was shown this memory. */
  retrievals: number;
  /** Effective number of benchmarks among its neighbors of the same type in the active space; null = not measured. */
  lisi: number | null;
  /** Share of its embedding there that does not tell its benchmark, about 0 to 1; null = not measured, or of a benchmark of fewer than five. */
  invariantShare: number | null;
  /** Findings of the linter for the memory as it is now, and the worst severity among them. */
  lintFindings: number;
  lintSeverity: WorstSeverity;
  tags: string[];
  version: number;
  updatedAt: string;
  synthetic: boolean;
};

/**
 * One page of the memories that a filter holds, and how many it holds in all. Memories without a
 * value in the sorted column come last in either order; ties keep the order of their ids. What runs say of memories is
 * read as it is stored: `browseMemories` of lib/attribution brings that up to date first.
 * @param params as parsed from the URL; `at` is the moment that validity is judged at (default: now)
 */
export async function listMemories(
  db: Db,
  params: ListParams = {},
): Promise<{ rows: MemoryRow[]; total: number }> {
  const { pageSize = 50, at = new Date() } = params;
  const where = memoryWhere({ ...everyMemory, ...params }, at);
  const size = Math.min(1000, Math.max(1, pageSize));
  const [found, total] = await Promise.all([listPage(db, where, params, size), countWhere(db, where)]);
  return { rows: found.map((row) => toRow(row, at)), total };
}

/** How many memories a filter holds. */
export function countMemories(db: Db, filter: Partial<MemoryFilter> = {}, at = new Date()): Promise<number> {
  return countWhere(db, memoryWhere({ ...everyMemory, ...filter }, at));
}

function toRow({ lintRank, ...row }: FoundRow, at: Date): MemoryRow {
  return {
    ...row,
    validFrom: row.validFrom?.toISOString() ?? null,
    validUntil: row.validUntil?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    ineligible: ineligibility(row, at),
    lintSeverity: severityOf(lintRank ?? 0),
  };
}
