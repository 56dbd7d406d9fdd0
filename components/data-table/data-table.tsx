"use client";
import { type RowData, type RowSelectionState, useTable } from "@tanstack/react-table";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { cn } from "#components/ui/class-names.ts";
import { Pagination } from "#components/ui/pagination.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { ColumnChooser } from "./column-chooser.tsx";
import { constantIn } from "./constant-columns.ts";
import { DataTableHead } from "./data-table-head.tsx";
import { DataTableRow } from "./data-table-row.tsx";
import { type DataTableColumn, dataTableFeatures } from "./features.ts";
import { PeekPanel } from "./peek-panel.tsx";
import { selectionColumn } from "./selection-column.tsx";
import { type RowKeys, useRowKeys } from "./use-row-keys.ts";
import { useVirtualRows } from "./use-virtual-rows.ts";

export type DataTableSort = { id: string; desc: boolean };

export type DataTableProps<Row extends RowData> = {
  /** Spoken name of the table. */
  label: string;
  /** Stable: declare at module scope. */
  columns: DataTableColumn<Row>[];
  rows: Row[];
  /** Rows on all pages together. */
  rowCount: number;
  getRowId: (row: Row) => string;
  /** Where `Enter` and the row's link go. */
  getRowHref: (row: Row) => string;
  /** Names the row's checkbox: "Select <label>". Stable: declare at module scope. */
  getRowLabel: (row: Row) => string;
  sort: DataTableSort | null;
  onSortChange: (sort: DataTableSort | null) => void;
  /** 0-based. */
  pageIndex: number;
  pageSize: number;
  onPageChange: (pageIndex: number) => void;
  onPageSizeChange?: (pageSize: number) => void;
  /** Ids, also of rows on other pages. Leave out for a table without selection. */
  selectedIds?: readonly string[];
  onSelectedIdsChange?: (ids: string[]) => void;
  /** Columns shown no more; leave out for a table without the chooser. */
  hiddenColumns?: readonly string[];
  onHiddenColumnsChange?: (ids: string[]) => void;
  /** Columns that say the same in every row of all pages: hidden until asked for. Left out = told from the rows. */
  constantColumns?: readonly string[];
  /** New rows are on their way: the old ones stay, dimmed. */
  pending?: boolean;
  /** Further keys on the row with the focus: e to edit, d to deprecate. */
  rowKeys?: RowKeys<Row>;
  /** A look at the row with the focus, beside the table: Space opens and closes it. */
  peek?: (row: Row) => ReactNode;
  /** Beside the column chooser: search, facets, bulk actions. */
  toolbar?: ReactNode;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
};

/** A server-driven table: it draws the rows it is given and reports what is asked for. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { columns, rows, rowCount, pageIndex, pageSize, sort, selectedIds, hiddenColumns, getRowLabel } =
    props;
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const selectable = selectedIds !== undefined;
  const allColumns = useMemo(
    () => (selectable ? [selectionColumn(getRowLabel), ...columns] : columns),
    [selectable, columns, getRowLabel],
  );
  const rowSelection = useMemo<RowSelectionState>(
    () => Object.fromEntries((selectedIds ?? []).map((id) => [id, true as const])),
    [selectedIds],
  );
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const constant = (props.constantColumns ?? constantIn(columns, rows, rowCount)).filter(
    (id) => !wanted.includes(id) && id !== sort?.id,
  );
  const hidden = [...(hiddenColumns ?? []), ...(hiddenColumns ? constant : [])];
  const table = useTable({
    features: dataTableFeatures,
    columns: allColumns,
    data: rows,
    rowCount,
    getRowId: props.getRowId,
    manualSorting: true,
    manualPagination: true,
    enableMultiSort: false,
    state: {
      sorting: sort ? [sort] : [],
      pagination: { pageIndex, pageSize },
      rowSelection,
      columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
    },
    onSortingChange: (updater) => {
      const next = typeof updater === "function" ? updater(sort ? [sort] : []) : updater;
      props.onSortChange(next[0] ?? null);
    },
    onRowSelectionChange: (updater) => {
      const next = typeof updater === "function" ? updater(rowSelection) : updater;
      props.onSelectedIdsChange?.(Object.keys(next));
    },
    onColumnVisibilityChange: (updater) => {
      const before = Object.fromEntries(hidden.map((id) => [id, false]));
      const next = typeof updater === "function" ? updater(before) : updater;
      setWanted((now) => [...now, ...constant.filter((id) => next[id] !== false)]);
      props.onHiddenColumnsChange?.(
        Object.keys(next).filter((id) => next[id] === false && !constant.includes(id)),
      );
    },
  });
  const tableRows = table.getRowModel().rows;
  const [peeking, setPeeking] = useState(false);
  const scrollRef = useRef<HTMLDivElement>(null);
  const drawn = useVirtualRows(tableRows.length, scrollRef);
  const keyboard = useRowKeys({
    rows: tableRows,
    bodyRef,
    selectable,
    rowKeys: props.rowKeys,
    reveal: drawn.reveal,
    ...(props.peek ? { onPeek: () => setPeeking((now) => !now) } : {}),
  });
  const peeked = peeking ? tableRows.find((row) => row.id === keyboard.focusedId) : undefined;

  return (
    <div data-slot="data-table" className="flex min-w-0 flex-col gap-2">
      {props.toolbar || hiddenColumns ? (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">{props.toolbar}</div>
          {hiddenColumns ? <ColumnChooser table={table} /> : null}
        </div>
      ) : null}
      {rows.length === 0 && !props.pending && props.empty ? (
        props.empty
      ) : (
        <div className="flex min-w-0 gap-2">
          <ScrollRegion
            ref={scrollRef}
            label={`${props.label}, scrolling`}
            className="max-h-[max(20rem,calc(100dvh-11.5rem))] min-w-0 flex-1 overflow-auto rounded-md border border-line bg-surface"
          >
            <table
              aria-label={props.label}
              aria-busy={props.pending || undefined}
              aria-rowcount={rowCount + 1}
              className={cn(
                "w-full border-collapse text-sm transition-opacity",
                props.pending && "opacity-55",
              )}
            >
              <DataTableHead table={table} selectable={selectable} />
              <tbody ref={bodyRef}>
                <RowsNotDrawn height={drawn.before} />
                {tableRows.slice(drawn.from, drawn.to).map((row, index) => (
                  <DataTableRow
                    key={row.id}
                    row={row}
                    ariaRowIndex={pageIndex * pageSize + drawn.from + index + 2}
                    selectable={selectable}
                    href={props.getRowHref(row.original)}
                    selected={rowSelection[row.id] === true}
                    focused={keyboard.focusedId === row.id}
                    onFocus={keyboard.setFocusedId}
                    visibleColumns={table.getVisibleLeafColumns().length}
                  />
                ))}
                <RowsNotDrawn height={drawn.after} />
              </tbody>
            </table>
          </ScrollRegion>
          {peeked && props.peek ? (
            <PeekPanel onClose={() => setPeeking(false)}>{props.peek(peeked.original)}</PeekPanel>
          ) : null}
        </div>
      )}
      <Pagination
        pageIndex={pageIndex}
        pageSize={pageSize}
        total={rowCount}
        onPageChange={props.onPageChange}
        {...(props.onPageSizeChange ? { onPageSizeChange: props.onPageSizeChange } : {})}
      />
    </div>
  );
}

/** Holds the place of rows that are out of view. */
function RowsNotDrawn({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden style={{ height }} /> : null;
}
