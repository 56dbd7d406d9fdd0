import type { RowData } from "@tanstack/react-table";
import type { DataTableColumn } from "./features.ts";

/**
 * Columns that say the same in every row, and so tell none from another. Only where all rows are at hand: what a page
 * shares by chance says nothing of the others.
 * @returns ids of columns that may be hidden and stand for one field of the row
 */
export function constantIn<Row extends RowData>(
  columns: readonly DataTableColumn<Row>[],
  rows: readonly Row[],
  rowCount: number,
): string[] {
  if (rows.length < 2 || rows.length < rowCount) return [];
  return columns.flatMap((column) => {
    if (!("accessorKey" in column) || column.enableHiding === false) return [];
    const values = rows.map((row) =>
      JSON.stringify((row as Record<string, unknown>)[String(column.accessorKey)]),
    );
    return new Set(values).size === 1 ? [column.id ?? String(column.accessorKey)] : [];
  });
}
