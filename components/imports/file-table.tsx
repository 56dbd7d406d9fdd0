"use client";
import { useMemo } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { FileReport } from "#lib/imports/schema.ts";
import { CountCell } from "./count-cell.tsx";
import { countsOfFile } from "./counts-of-file.ts";
import { ReportFailure } from "./report-failure.tsx";
import { REPORT_PAGE_SIZE, useReportPage } from "./use-report-page.ts";

const column = dataTableColumns<FileReport>();

function columnsOf(dryRun: boolean): DataTableColumn<FileReport>[] {
  return [
    column.accessor("path", {
      id: "path",
      header: "File",
      meta: { grows: true, className: "font-mono text-xs" },
    }),
    column.accessor("format", {
      id: "format",
      header: "Format",
      cell: ({ row: { original: file } }) =>
        file.format ? <Badge>{file.format}</Badge> : <span className="text-muted">not recognized</span>,
    }),
    column.display({
      id: "counts",
      header: dryRun ? "Would yield" : "Yielded",
      cell: ({ row }) => countsOfFile(row.original) || <span className="text-muted">nothing of its own</span>,
      meta: { className: "max-w-96" },
    }),
    column.accessor("problems", {
      id: "problems",
      header: "Problems",
      cell: ({ row }) => <CountCell count={row.original.problems} />,
      meta: { numeric: true },
    }),
  ];
}

type FileTableProps = { jobId: string; files: readonly FileReport[]; total: number; dryRun: boolean };

/** File by file: what it was taken for, and what became of it. Files left out have a table of their own. */
export function FileTable({ jobId, files, total, dryRun }: FileTableProps) {
  const { items, failure, pageIndex, turnTo } = useReportPage(jobId, "plan", files);
  const columns = useMemo(() => columnsOf(dryRun), [dryRun]);
  if (total === 0) return null;
  return (
    <Card flush title={`Files (${total.toLocaleString("en")})`}>
      <DataTable
        plain
        label="Files of this import"
        columns={columns}
        rows={items}
        rowCount={total}
        getRowId={({ path }) => path}
        pageIndex={pageIndex}
        pageSize={REPORT_PAGE_SIZE}
        onPageChange={turnTo}
      />
      <ReportFailure message={failure} />
    </Card>
  );
}
