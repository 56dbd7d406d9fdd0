"use client";
import type { RowData } from "@tanstack/react-table";
import { useRef, useState } from "react";
import { cn } from "#components/ui/class-names.ts";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { ColumnChooser } from "./column-chooser.tsx";
import { DataTableFoot } from "./data-table-foot.tsx";
import { DataTableHead } from "./data-table-head.tsx";
import type { DataTableProps } from "./data-table-props.ts";
import { DataTableRow } from "./data-table-row.tsx";
import { PeekPanel } from "./peek-panel.tsx";
import { RowPeek } from "./row-peek.tsx";
import { rowHeights } from "./table-choices.ts";
import { useTableChoices } from "./table-choices-provider.tsx";
import { useDataTable } from "./use-data-table.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { useVirtualRows } from "./use-virtual-rows.ts";

/** The table of every list. It draws the rows it is given and reports what is asked for; the server sorts and pages. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, rows, plain = false } = props;
  const [choices, choose] = useTableChoices(props.name ?? label);
  const density = choices.density ?? "comfortable";
  const table = useDataTable(props, choices, choose);
  const tableRows = table.getRowModel().rows;
  const { pageIndex, pageSize } = table.state.pagination;
  const selectable = props.selectedIds !== undefined;
  const [peeking, setPeeking] = useState(false);
  const scrollRef = useRef<HTMLDivElement>(null);
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const drawn = useVirtualRows(tableRows.length, rowHeights[density], scrollRef);
  const keyboard = useRowKeys({
    rows: tableRows,
    bodyRef,
    selectable,
    plain,
    rowKeys: props.rowKeys,
    reveal: drawn.reveal,
    onPeek: () => setPeeking((now) => !now),
    onEscape: () => {
      setPeeking(false);
      return peeking;
    },
  });
  const peeked = peeking ? tableRows.find((row) => row.id === keyboard.focusedId) : undefined;
  const chooser = plain ? null : (
    <ColumnChooser table={table} density={density} onDensityChange={(next) => choose({ density: next })} />
  );
  return (
    <div
      data-slot="data-table"
      data-density={density}
      data-plain={plain || undefined}
      className={cn("group flex min-w-0 flex-col", !plain && "gap-2")}
    >
      {props.toolbar ? (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">{props.toolbar}</div>
          {chooser}
        </div>
      ) : null}
      {rows.length === 0 && !props.pending && props.empty ? (
        props.empty
      ) : (
        <div className="flex min-w-0 gap-2">
          <ScrollRegion
            ref={scrollRef}
            label={`${label}, scrolling`}
            className={cn(
              "max-h-[var(--table-height,max(20rem,calc(100dvh-11.5rem)))] min-w-0 flex-1 overflow-auto bg-surface",
              !plain && "rounded-md border border-line",
            )}
          >
            <table
              aria-label={label}
              aria-busy={props.pending || undefined}
              aria-rowcount={(props.rowCount ?? rows.length) + 1}
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
                    href={props.getRowHref?.(row.original) ?? null}
                    selected={row.getIsSelected()}
                    focused={keyboard.focusedId === row.id}
                    onFocus={keyboard.setFocusedId}
                    visibleColumns={table.getVisibleLeafColumns().length}
                  />
                ))}
                <RowsNotDrawn height={drawn.after} />
              </tbody>
            </table>
          </ScrollRegion>
          {peeked ? (
            <PeekPanel onClose={() => setPeeking(false)}>
              {props.peek ? props.peek(peeked.original) : <RowPeek row={peeked} />}
            </PeekPanel>
          ) : null}
        </div>
      )}
      <DataTableFoot {...props} chooser={props.toolbar ? null : chooser} />
    </div>
  );
}

/** Holds the place of rows that are out of view. */
function RowsNotDrawn({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden style={{ height }} /> : null;
}
