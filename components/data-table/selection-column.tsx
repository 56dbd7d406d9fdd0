"use client";
import type { RowData } from "@tanstack/react-table";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { type DataTableColumn, dataTableColumns } from "./features.ts";

/** The column of checkboxes; Shift selects the range from the box clicked before. */
export function selectionColumn<Row extends RowData>(
  getRowLabel: (row: Row) => string,
): DataTableColumn<Row> {
  return dataTableColumns<Row>().display({
    id: "select",
    enableSorting: false,
    enableHiding: false,
    meta: { className: "w-8 min-w-8 pr-0" },
    header: ({ table }) => (
      <Checkbox
        aria-label="Select all rows on this page"
        checked={table.getIsAllPageRowsSelected()}
        indeterminate={table.getIsSomePageRowsSelected() && !table.getIsAllPageRowsSelected()}
        onChange={table.getToggleAllPageRowsSelectedHandler()}
      />
    ),
    cell: ({ row }) => (
      <Checkbox
        aria-label={`Select ${getRowLabel(row.original)}`}
        checked={row.getIsSelected()}
        onChange={row.getToggleSelectedHandler()}
      />
    ),
  });
}
