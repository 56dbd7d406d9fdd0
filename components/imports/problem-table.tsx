"use client";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { Card } from "#components/ui/card.tsx";
import type { Problem } from "#lib/imports/schema.ts";
import { ReportFailure } from "./report-failure.tsx";
import { REPORT_PAGE_SIZE, useReportPage } from "./use-report-page.ts";

const column = dataTableColumns<Problem>();
const columns: DataTableColumn<Problem>[] = [
  column.accessor("path", { id: "path", header: "File", meta: { className: "max-w-80 font-mono text-xs" } }),
  column.display({
    id: "where",
    header: "Where",
    cell: ({ row }) => whereOf(row.original),
    meta: { className: "font-mono text-xs" },
  }),
  column.accessor("reason", { id: "reason", header: "Reason", meta: { grows: true } }),
];

type ProblemTableProps = { jobId: string; problems: readonly Problem[]; total: number };

/** What was not imported, or only in part: where, and why. */
export function ProblemTable({ jobId, problems, total }: ProblemTableProps) {
  const { items, failure, pageIndex, turnTo } = useReportPage(jobId, "problems", problems);
  if (total === 0) return null;
  return (
    <Card flush title={`Problems (${total.toLocaleString("en")})`} description="They do not stop the rest.">
      <DataTable
        plain
        label="Problems of this import"
        columns={columns}
        rows={items}
        rowCount={total}
        getRowId={({ path, line, field, reason }) => `${path} ${line} ${field} ${reason}`}
        pageIndex={pageIndex}
        pageSize={REPORT_PAGE_SIZE}
        onPageChange={turnTo}
      />
      <ReportFailure message={failure} />
    </Card>
  );
}

function whereOf({ line, field }: Problem): string {
  return [line === null ? "" : `line ${line}`, field ?? ""].filter(Boolean).join(", ") || "whole file";
}
