"use client";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { BrowsedMemory } from "#lib/attribution/browse-memories.ts";
import type { FacetCounts } from "#lib/memories/facets.ts";
import type { SavedViewRow } from "#lib/memories/saved-views.ts";
import type { Selection } from "#lib/memories/schema.ts";
import {
  lesserMemoryColumns,
  type MemoryFacet,
  type MemorySearchParams,
  type MemorySort,
  memoriesHref,
  memoryColumnIds,
  memoryPageSizes,
  memorySorts,
} from "#lib/memories/search-params.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { constantFacets } from "./constant-facets.ts";
import type { CurationKind } from "./curation.ts";
import { CurationDialog, type CurationRequest } from "./curation-dialog.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { FacetPanel } from "./facet-panel.tsx";
import { FacetSheet } from "./facet-sheet.tsx";
import { memoryColumns } from "./memory-columns.tsx";
import { MemoryPeek } from "./memory-peek.tsx";
import { SavedViews } from "./saved-views.tsx";
import { SearchBox } from "./search-box.tsx";
import { useMemoryParams } from "./use-memory-params.ts";
import { useUndo } from "./use-undo.ts";

type MemoriesBrowserProps = {
  rows: BrowsedMemory[];
  total: number;
  counts: FacetCounts;
  views: SavedViewRow[];
};

/** The table of memories with its filters, and everything that can be done with a selection. */
export function MemoriesBrowser({ rows, total, counts, views }: MemoriesBrowserProps) {
  const router = useRouter();
  const { params, filter, query, pending, change, clear } = useMemoryParams();
  const { report } = useUndo();
  const selection = useSelection(query, total);
  const [request, setRequest] = useState<CurationRequest | null>(null);
  const facets = {
    counts,
    filter,
    onChange: (facet: MemoryFacet, values: string[]) =>
      change({ [facet]: values.length > 0 ? values : null }),
  };
  const shown = useMemo(() => withoutSharedTags(rows), [rows]);
  const active = Object.values(filter).reduce(
    (sum, value) => sum + (typeof value === "string" ? 0 : value.length),
    0,
  );

  function curate(kind: CurationKind, of: Selection | null = selection.chosen, count = selection.count) {
    if (of) setRequest({ kind, selection: of, count });
  }
  // With a selection the key means the selection, whichever row has the focus.
  const curateRow = (kind: CurationKind) => (row: BrowsedMemory) =>
    selection.chosen ? curate(kind) : curate(kind, { ids: [row.id] }, 1);
  useHotkeys({ d: () => curate("deprecate") }, selection.chosen !== null && rows.length === 0);

  return (
    <div className="grid min-w-0 grid-cols-1 gap-3 lg:grid-cols-[10rem_minmax(0,1fr)]">
      <aside aria-label="Filters" className="hidden lg:block">
        <FacetPanel {...facets} />
      </aside>
      <div className="flex min-w-0 flex-col gap-2">
        <BulkBar
          {...selection}
          total={total}
          query={query}
          onWhole={selection.chooseWhole}
          onClear={selection.clear}
          onCurate={(kind) => curate(kind)}
        />
        <DataTable
          label="Memories"
          columns={memoryColumns}
          rows={shown}
          rowCount={total}
          getRowId={rowId}
          getRowHref={(row) => `/memories/${row.id}`}
          getRowLabel={rowLabel}
          sort={sortedBy(params)}
          onSortChange={(sort) =>
            change(
              sort
                ? { sort: sortOf(sort.id), order: sort.desc ? "desc" : "asc" }
                : { sort: null, order: null },
            )
          }
          pageIndex={Math.max(0, params.page - 1)}
          pageSize={params.pageSize}
          onPageChange={(index) => change({ page: index + 1 })}
          onPageSizeChange={(size) =>
            change({ pageSize: memoryPageSizes.find((each) => each === size) ?? null })
          }
          selectedIds={selection.whole ? rows.map(rowId) : selection.ids}
          onSelectedIdsChange={selection.choose}
          initiallyHidden={lesserMemoryColumns}
          {...hiddenByAddress(params)}
          onHiddenColumnsChange={(hidden) =>
            change({ columns: memoryColumnIds.filter((id) => !hidden.includes(id)), page: params.page })
          }
          peek={(row) => <MemoryPeek id={row.id} version={row.version} />}
          constantColumns={constantFacets(counts, filter, total)}
          pending={pending}
          rowKeys={{ e: (row) => router.push(`/memories/${row.id}/edit`), d: curateRow("deprecate") }}
          toolbar={
            <>
              <SearchBox value={params.q} onChange={(q) => change({ q: q || null })} />
              <FacetSheet {...facets} active={active} />
              <SavedViews views={views} query={memoriesHref({ ...params, page: null }).replace(/^\?/, "")} />
              <ExportMenu query={query} count={total} />
              {query ? <Button onClick={clear}>Clear filters</Button> : null}
            </>
          }
          empty={<NoMatch onClear={clear} />}
        />
      </div>
      <CurationDialog
        request={request}
        onClose={() => setRequest(null)}
        onDone={(what, done) => {
          selection.clear();
          report(what, done);
        }}
      />
    </div>
  );
}

function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState title="No memories match" actions={<Button onClick={onClear}>Clear the filters</Button>}>
      Every search word must match the beginning of a word, and every filter must hold. Remove one.
    </EmptyState>
  );
}

/** Which memories are picked. A picked whole filter is forgotten when the filter changes. */
function useSelection(query: string, total: number) {
  const [ids, setIds] = useState<string[]>([]);
  const [wholeOf, setWholeOf] = useState<string | null>(null);
  const whole = wholeOf === query && total > 0;
  const chosen: Selection | null = whole
    ? { filter: query, expectedCount: total }
    : ids.length > 0
      ? { ids }
      : null;
  return {
    ids,
    whole,
    chosen,
    count: whole ? total : ids.length,
    choose: (next: string[]) => {
      setWholeOf(null);
      setIds(next);
    },
    chooseWhole: () => setWholeOf(query),
    clear: () => {
      setWholeOf(null);
      setIds([]);
    },
  };
}

/** A tag of every row tells none from another. */
function withoutSharedTags(rows: BrowsedMemory[]): BrowsedMemory[] {
  const [first, ...others] = rows;
  const shared = first?.tags.filter((tag) => others.every(({ tags }) => tags.includes(tag))) ?? [];
  if (others.length === 0 || shared.length === 0) return rows;
  return rows.map((row) => ({ ...row, tags: row.tags.filter((tag) => !shared.includes(tag)) }));
}

function rowId(row: BrowsedMemory): string {
  return row.id;
}

function rowLabel(row: BrowsedMemory): string {
  return row.title;
}

/** A link that names columns shows those, whatever was chosen on this machine. */
function hiddenByAddress({ columns }: Pick<MemorySearchParams, "columns">) {
  return columns ? { hiddenColumns: memoryColumnIds.filter((id) => !columns.includes(id)) } : {};
}

/** The column that orders the rows; none while a search text does. */
function sortedBy({ sort, order, q }: Pick<MemorySearchParams, "sort" | "order" | "q">) {
  const id = sort ?? (q === "" ? "updated" : "relevance");
  return id === "relevance" ? null : { id, desc: order === "desc" };
}

function sortOf(id: string): MemorySort {
  return memorySorts.find((each) => each === id) ?? "updated";
}
