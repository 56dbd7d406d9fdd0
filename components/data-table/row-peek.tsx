"use client";
import { FlexRender, type RowData, type Row as TableRow } from "@tanstack/react-table";
import { columnTitle } from "./column-title.ts";
import type { DataTableFeatures } from "./features.ts";

/** Everything of a row, also of columns that are hidden, nothing cut. */
export function RowPeek<Row extends RowData>({ row }: { row: TableRow<DataTableFeatures, Row> }) {
  const cells = row.getAllCells().filter(({ column }) => column.id !== "select");
  return (
    <dl className="flex flex-col gap-2 pr-8 text-sm [&_.truncate]:overflow-visible [&_.truncate]:whitespace-normal">
      {cells.map((cell) => (
        <div key={cell.id} className="min-w-0">
          <dt className="text-xs text-muted">{columnTitle(cell.column)}</dt>
          <dd className="min-w-0 wrap-anywhere empty:after:text-muted empty:after:content-['–']">
            <FlexRender cell={cell} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
