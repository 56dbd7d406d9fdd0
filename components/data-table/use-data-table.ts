"use client";
import { type ReactTable, type RowData, type RowSelectionState, useTable } from "@tanstack/react-table";
import { useMemo } from "react";
import { constantIn } from "./constant-columns.ts";
import type { DataTableProps } from "./data-table-props.ts";
import { type DataTableColumn, type DataTableFeatures, dataTableFeatures } from "./features.ts";
import { hiddenColumnIds } from "./hidden-columns.ts";
import { selectionColumn } from "./selection-column.tsx";
import type { TableChoices } from "./table-choices.ts";

type Choose = (choices: TableChoices) => void;

/** The table's state: what the page says, and which columns a person chose. */
export function useDataTable<Row extends RowData>(
  props: DataTableProps<Row>,
  choices: TableChoices,
  choose: Choose,
): ReactTable<DataTableFeatures, Row> {
  const { columns, rows, sort = null, selectedIds, getRowLabel } = props;
  const rowCount = props.rowCount ?? rows.length;
  const selectable = selectedIds !== undefined;
  const allColumns = useMemo(
    () => (selectable ? [selectionColumn(getRowLabel ?? props.getRowId), ...columns] : columns),
    [selectable, columns, getRowLabel, props.getRowId],
  );
  const rowSelection = useMemo<RowSelectionState>(
    () => Object.fromEntries((selectedIds ?? []).map((id) => [id, true as const])),
    [selectedIds],
  );
  const visibility = useColumnVisibility(props, choices, choose);
  return useTable({
    features: dataTableFeatures,
    columns: allColumns,
    data: rows,
    rowCount,
    getRowId: props.getRowId,
    manualSorting: true,
    manualPagination: true,
    enableMultiSort: false,
    enableSorting: props.onSortChange !== undefined,
    state: {
      sorting: sort ? [sort] : [],
      pagination: { pageIndex: props.pageIndex ?? 0, pageSize: props.pageSize ?? Math.max(1, rowCount) },
      rowSelection,
      columnVisibility: visibility.state,
    },
    onSortingChange: (updater) => {
      const next = typeof updater === "function" ? updater(sort ? [sort] : []) : updater;
      props.onSortChange?.(next[0] ?? null);
    },
    onRowSelectionChange: (updater) => {
      const next = typeof updater === "function" ? updater(rowSelection) : updater;
      props.onSelectedIdsChange?.(Object.keys(next));
    },
    onColumnVisibilityChange: (updater) =>
      visibility.change(typeof updater === "function" ? updater(visibility.state) : updater),
  });
}

type Visibility = Readonly<Record<string, boolean>>;

function useColumnVisibility<Row extends RowData>(
  props: DataTableProps<Row>,
  choices: TableChoices,
  choose: Choose,
) {
  const { columns, rows, rowCount = rows.length, hiddenColumns, sort, plain } = props;
  const ids = columns.filter((column) => column.enableHiding !== false).map(idOf);
  const constant = plain ? [] : (props.constantColumns ?? constantIn(columns, rows, rowCount));
  const chosen = plain ? {} : (choices.columns ?? {});
  const hidden = hiddenColumnIds({
    ids,
    byAddress: hiddenColumns,
    initially: props.initiallyHidden ?? [],
    constant,
    chosen,
    sortedBy: sort?.id,
  });
  function change(next: Visibility) {
    const toggled = ids.filter((id) => (next[id] !== false) === hidden.includes(id));
    const shown = Object.fromEntries(toggled.map((id) => [id, next[id] !== false]));
    choose({ columns: { ...chosen, ...shown } });
    // What is hidden only because every row says it alike is no wish to write down.
    const before = hiddenColumns ?? hidden.filter((id) => !constant.includes(id) || chosen[id] === false);
    props.onHiddenColumnsChange?.(ids.filter((id) => !(shown[id] ?? !before.includes(id))));
  }
  return { state: Object.fromEntries(hidden.map((id) => [id, false])), change };
}

function idOf<Row extends RowData>(column: DataTableColumn<Row>): string {
  return column.id ?? ("accessorKey" in column ? String(column.accessorKey) : "");
}
