"use client";
import { FlexRender, type Header, type ReactTable, type RowData } from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { cn } from "#components/ui/class-names.ts";
import { type ColumnPlace, cellStyles } from "./cell-styles.ts";
import type { DataTableFeatures } from "./features.ts";

type DataTableHeadProps<Row extends RowData> = {
  table: ReactTable<DataTableFeatures, Row>;
  selectable: boolean;
};

export function DataTableHead<Row extends RowData>({ table, selectable }: DataTableHeadProps<Row>) {
  return (
    <thead className="sticky top-0 z-10 bg-sunken text-left text-xs text-muted shadow-[0_1px_0_var(--line)]">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} aria-rowindex={1} className="bg-sunken">
          {group.headers.map((header, index) => (
            <HeaderCell
              key={header.id}
              header={header}
              place={{ index, count: group.headers.length, selectable }}
            />
          ))}
        </tr>
      ))}
    </thead>
  );
}

const ariaSort = { asc: "ascending", desc: "descending" } as const;

type HeaderCellProps<Row extends RowData> = {
  header: Header<DataTableFeatures, Row, unknown>;
  place: ColumnPlace;
};

function HeaderCell<Row extends RowData>({ header, place }: HeaderCellProps<Row>) {
  const { column } = header;
  const meta = column.columnDef.meta;
  const sorted = column.getIsSorted();
  const label = header.isPlaceholder ? null : <FlexRender header={header} />;
  return (
    <th
      scope="col"
      className={cn("h-8 font-medium", cellStyles(meta, place))}
      {...(column.getCanSort() ? { "aria-sort": sorted ? ariaSort[sorted] : "none" } : {})}
    >
      {column.getCanSort() ? (
        <button
          type="button"
          className="inline-flex min-h-6 items-center gap-1 rounded hover:text-foreground"
          onClick={column.getToggleSortingHandler()}
        >
          {label}
          <SortIcon sorted={sorted} />
        </button>
      ) : (
        label
      )}
    </th>
  );
}

function SortIcon({ sorted }: { sorted: false | "asc" | "desc" }) {
  if (sorted === "asc") return <ArrowUp aria-hidden className="size-3.5 text-accent" />;
  if (sorted === "desc") return <ArrowDown aria-hidden className="size-3.5 text-accent" />;
  return <ChevronsUpDown aria-hidden className="size-3.5 opacity-60" />;
}
