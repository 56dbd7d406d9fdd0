"use client";
import { FlexRender, type RowData, type Row as TableRow } from "@tanstack/react-table";
import { cn } from "#components/ui/class-names.ts";
import type { DataTableFeatures } from "./features.ts";

type DataTableRowProps<Row extends RowData> = {
  row: TableRow<DataTableFeatures, Row>;
  ariaRowIndex: number;
  href: string;
  selected: boolean;
  /** The row the keys j, k, Enter and x speak of. */
  focused: boolean;
  onFocus: (id: string) => void;
  /** Redraws the row when columns come or go. */
  visibleColumns: number;
};

/** A click anywhere in the row moves the focus to it; only its links and boxes act. */
export function DataTableRow<Row extends RowData>(props: DataTableRowProps<Row>) {
  const { row, selected, focused } = props;
  return (
    <tr
      data-row-id={row.id}
      data-href={props.href}
      tabIndex={focused ? 0 : -1}
      aria-rowindex={props.ariaRowIndex}
      onFocus={() => props.onFocus(row.id)}
      className={cn(
        "border-b border-line last:border-b-0 hover:bg-sunken focus-visible:-outline-offset-2",
        selected && "bg-accent-soft hover:bg-accent-soft",
      )}
    >
      {row.getVisibleCells().map((cell) => {
        const meta = cell.column.columnDef.meta;
        return (
          <td
            key={cell.id}
            className={cn("h-9 px-3 py-1 align-middle", meta?.numeric && "text-right", meta?.className)}
          >
            <FlexRender cell={cell} />
          </td>
        );
      })}
    </tr>
  );
}
