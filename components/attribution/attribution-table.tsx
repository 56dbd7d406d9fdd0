"use client";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { netLossSentence, tooFewReason, verdictSentence } from "#lib/attribution/describe-attribution.ts";
import type { MemoryAttributionList } from "#lib/attribution/schema.ts";
import { attributionPageSize, compareParams, MEMORY_SORTS } from "#lib/transfer/search-params.ts";
import {
  attributionColumns,
  type LinkedAttribution,
  lesserAttributionColumns,
} from "./attribution-columns.tsx";

type AttributionTableProps = {
  attribution: Omit<MemoryAttributionList, "rows"> & { rows: LinkedAttribution[] };
  /** Name of the run that effects are read against. */
  baseline: string;
};

/** Which retrieved memories recur at lost tasks, the surest harm first unless sorted. */
export function AttributionTable({ attribution, baseline }: AttributionTableProps) {
  const [pending, startTransition] = useTransition();
  const [{ page, msort, mdir }, setParams] = useQueryStates(compareParams, {
    shallow: false,
    startTransition,
  });
  const { unlinked } = attribution;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <DataTable
        label="Memories retrieved by the candidate"
        columns={attributionColumns}
        initiallyHidden={lesserAttributionColumns}
        rows={attribution.rows}
        rowCount={attribution.total}
        getRowId={(row) => row.memoryId}
        getRowHref={(row) => `/memories/${row.memoryId}`}
        pageIndex={Math.max(0, page - 1)}
        pageSize={attributionPageSize}
        onPageChange={(index) => setParams({ page: index + 1 })}
        pending={pending}
        sort={msort ? { id: msort, desc: mdir === "desc" } : null}
        onSortChange={(sort) =>
          setParams({
            msort: MEMORY_SORTS.find((each) => each === sort?.id) ?? null,
            mdir: sort?.desc ? "desc" : null,
            page: null,
          })
        }
        empty={<NothingShown unlinked={unlinked} />}
      />
      {attribution.total > 0 ? (
        <p className="text-xs text-muted">
          {verdictSentence(attribution.summary)} {netLossSentence(attribution.summary)} Most certain harm
          first. Named only at q ≤ .05 and apart from every other memory; only an ablation proves harm.
          Effect: share passed of the attempts that were shown the memory, less the share of {baseline} at the
          same tasks, averaged over tasks. Expected: what those attempts would pass if only the run as a whole
          mattered. q: Benjamini-Hochberg over all memories with enough tasks. {tooFewReason} Lost alone: no
          other memory was shown. In parentheses: by chance.
          {unlinked > 0 ? ` ${unlinked} retrievals match no memory in the pool.` : ""}
        </p>
      ) : null}
    </div>
  );
}

function NothingShown({ unlinked }: { unlinked: number }) {
  return (
    <EmptyState
      title="No retrievals to attribute"
      command="npx carryover import ./jobs --arm memory --run candidate"
    >
      {unlinked > 0
        ? `The candidate's log shows ${unlinked} memories, but none of them is in the pool. Import the pool it used.`
        : "The candidate has no recorded retrievals. Import the agent's log with the run: it holds what was retrieved."}
    </EmptyState>
  );
}
