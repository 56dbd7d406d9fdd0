"use client";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { Card } from "#components/ui/card.tsx";
import type { Skipped } from "#lib/imports/schema.ts";
import { CountCell } from "./count-cell.tsx";

const column = dataTableColumns<Skipped>();
const columns: DataTableColumn<Skipped>[] = [
  column.accessor("what", { id: "what", header: "Kind" }),
  column.accessor("files", {
    id: "files",
    header: "Files",
    cell: ({ row }) => <CountCell count={row.original.files} />,
    meta: { numeric: true },
  }),
  column.accessor("reason", {
    id: "reason",
    header: "Why",
    cell: ({ row }) => <span className="text-muted">{row.original.reason}</span>,
    meta: { grows: true },
  }),
  column.accessor("example", {
    id: "example",
    header: "Example",
    meta: { className: "max-w-80 font-mono text-xs" },
  }),
];

/** Files left out by design, counted by kind: nothing is wrong with them. */
export function SkippedTable({ skipped }: { skipped: readonly Skipped[] }) {
  if (skipped.length === 0) return null;
  const files = skipped.reduce((sum, kind) => sum + kind.files, 0);
  return (
    <Card
      flush
      title={`Skipped (${files.toLocaleString("en")})`}
      description="Files with no memory, trial or trajectory in a supported format."
    >
      <DataTable
        plain
        label="Files skipped by this import"
        columns={columns}
        rows={skipped}
        getRowId={({ what }) => what}
      />
    </Card>
  );
}
