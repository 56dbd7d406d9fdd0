"use client";
import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { WrongLabel } from "#lib/judge/schema.ts";
import { RelabelAllButton } from "./relabel-all-button.tsx";
import { RelabelButton } from "./relabel-button.tsx";

const column = dataTableColumns<WrongLabel>();

const columns: DataTableColumn<WrongLabel>[] = [
  column.accessor("title", {
    id: "title",
    header: "Memory",
    cell: ({ row }) => (
      <Link className="link" href={`/memories/${row.original.id}`}>
        {row.original.title}
      </Link>
    ),
    meta: { grows: true },
  }),
  column.accessor("outcome", {
    id: "outcome",
    header: "Label",
    cell: ({ row }) => <OutcomeBadge outcome={row.original.outcome} />,
  }),
  column.accessor("verifier", {
    id: "verifier",
    header: "Verifier",
    cell: ({ row }) => <OutcomeBadge outcome={row.original.verifier} />,
  }),
  column.accessor("judge", {
    id: "judge",
    header: "Judge",
    cell: ({ row }) => (row.original.judge ? <OutcomeBadge outcome={row.original.judge} /> : "–"),
  }),
  column.accessor("taskName", {
    id: "trial",
    header: "Trial",
    cell: ({ row }) => (
      <Link className="link" href={`/trials/${row.original.trialId}`}>
        {row.original.taskName}
      </Link>
    ),
  }),
  column.accessor("benchmark", {
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
  }),
  column.display({
    id: "do",
    header: "Relabel",
    cell: ({ row }) => <RelabelButton memory={row.original} />,
  }),
];

/** Memories whose outcome their source trial contradicts; one step relabels one, or all, and asks for new drafts. */
export function WrongLabelsTable({ rows, total }: { rows: readonly WrongLabel[]; total: number }) {
  return (
    <>
      {total > 1 ? (
        <div>
          <RelabelAllButton total={total} />
        </div>
      ) : null}
      <DataTable
        plain
        label="Memories with a wrong label"
        columns={columns}
        rows={rows}
        getRowId={(row) => row.id}
        getRowHref={(row) => `/memories/${row.id}`}
        empty={
          <EmptyState title="No wrong labels">
            Every memory whose source trial is known agrees with the verifier.
          </EmptyState>
        }
      />
      {total > rows.length ? (
        <p className="text-xs text-muted">
          {rows.length} of {total} are shown; relabeling brings up the next.
        </p>
      ) : null}
    </>
  );
}
