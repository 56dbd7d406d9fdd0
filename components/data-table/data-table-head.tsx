"use client";
import { FlexRender, type Header, type ReactTable, type RowData } from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { cn } from "#components/ui/class-names.ts";
import type { DataTableFeatures } from "./features.ts";

type DataTableHeadProps<Row extends RowData> = { table: ReactTable<DataTableFeatures, Row> };

export function DataTableHead<Row extends RowData>({ table }: DataTableHeadProps<Row>) {
  return (
    <thead className="sticky top-0 z-10 bg-sunken text-left text-xs text-muted shadow-[0_1px_0_var(--line)]">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} aria-rowindex={1}>
          {group.headers.map((header) => (
            <HeaderCell key={header.id} header={header} />
          ))}
        </tr>
      ))}
    </thead>
  );
}

const ariaSort = { asc: "ascending", desc: "descending" } as const;

function HeaderCell<Row extends RowData>({ header }: { header: Header<DataTableFeatures, Row, unknown> }) {
  const { column } = header;
  const meta = column.columnDef.meta;
  const sorted = column.getIsSorted();
  const label = header.isPlaceholder ? null : <FlexRender header={header} />;
  return (
    <th
      scope="col"
      className={cn("h-8 px-3 font-medium whitespace-nowrap", meta?.numeric && "text-right", meta?.className)}
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
