"use client";
import type { RowData } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { cn } from "#components/ui/class-names.ts";
import { Pagination } from "#components/ui/pagination.tsx";
import type { DataTableProps } from "./data-table-props.ts";

type DataTableFootProps<Row extends RowData> = DataTableProps<Row> & { chooser: ReactNode };

/** Under the rows: the pages, and the column chooser of a table without a toolbar. */
export function DataTableFoot<Row extends RowData>(props: DataTableFootProps<Row>) {
  const { rows, rowCount = rows.length, pageIndex = 0, onPageChange, plain, chooser } = props;
  const pageSize = props.pageSize ?? Math.max(1, rowCount);
  const hasPages = onPageChange !== undefined && (!plain || rowCount > pageSize);
  if (!hasPages && !chooser) return null;
  return (
    <div className={cn("flex flex-wrap items-center gap-2", plain && "px-4 py-2")}>
      {hasPages ? (
        <div className="min-w-0 flex-1">
          <Pagination
            pageIndex={pageIndex}
            pageSize={pageSize}
            total={rowCount}
            onPageChange={onPageChange}
            {...(props.onPageSizeChange ? { onPageSizeChange: props.onPageSizeChange } : {})}
          />
        </div>
      ) : (
        <p className="flex-1 text-xs text-muted">
          {rowCount.toLocaleString("en")} {rowCount === 1 ? "row" : "rows"}
        </p>
      )}
      {chooser}
    </div>
  );
}
