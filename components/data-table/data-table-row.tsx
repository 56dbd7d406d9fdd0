"use client";
import { FlexRender, type RowData, type Row as TableRow } from "@tanstack/react-table";
import type { MouseEvent } from "react";
import { cn } from "#components/ui/class-names.ts";
import { cellStyles } from "./cell-styles.ts";
import type { DataTableFeatures } from "./features.ts";

type DataTableRowProps<Row extends RowData> = {
  row: TableRow<DataTableFeatures, Row>;
  ariaRowIndex: number;
  /** Where Enter leads. */
  href: string | null;
  selectable: boolean;
  selected: boolean;
  /** The row the keys j, k, Enter and x speak of. */
  focused: boolean;
  onFocus: (id: string) => void;
  /** Redraws the row when columns come or go. */
  visibleColumns: number;
};

/** A click anywhere in the row moves the focus to it; only its links and boxes act. */
export function DataTableRow<Row extends RowData>(props: DataTableRowProps<Row>) {
  const { row, selectable, selected, focused } = props;
  const cells = row.getVisibleCells();
  return (
    <tr
      data-row-id={row.id}
      data-href={props.href ?? undefined}
      tabIndex={focused ? 0 : -1}
      aria-rowindex={props.ariaRowIndex}
      onFocus={() => props.onFocus(row.id)}
      className={cn(
        "h-8 border-b group-data-[density=compact]:h-6.5 border-line bg-surface last:border-b-0 hover:bg-sunken focus-visible:outline-none",
        // On the cells: an outline of the row would lie under those that stay in view.
        "focus-visible:[&>td]:shadow-[inset_0_2px_0_var(--accent),inset_0_-2px_0_var(--accent)]",
        selected && "bg-accent-soft hover:bg-accent-soft",
      )}
    >
      {cells.map((cell, index) => (
        <td
          key={cell.id}
          onMouseEnter={tellWhatIsCut}
          className={cn(
            "align-middle",
            cellStyles(cell.column.columnDef.meta, { index, count: cells.length, selectable }),
          )}
        >
          <FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  );
}

/** The whole text as a tooltip, where the cell or something in it is cut with an ellipsis. */
function tellWhatIsCut({ currentTarget: cell }: MouseEvent<HTMLTableCellElement>): void {
  const isCut = [cell, ...cell.querySelectorAll<HTMLElement>(".truncate")].some(
    ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
  );
  cell.title = isCut ? (cell.textContent ?? "") : "";
}
