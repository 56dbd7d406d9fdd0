"use client";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { formatDuration } from "#components/ui/duration.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { TrialRow } from "#lib/runs/schema.ts";
import { runTasksParams, trialPageSize } from "#lib/runs/search-params.ts";
import { OutcomeBadge } from "./outcome-badge.tsx";
import { TaskFilters } from "./task-filters.tsx";

const column = dataTableColumns<TrialRow>();
/** What was not recorded stays empty. */
const columns: DataTableColumn<TrialRow>[] = [
  column.accessor("taskName", {
    id: "task",
    header: "Task",
    enableHiding: false,
    cell: ({ row: { original: trial } }) => (
      <Link className="link relative" href={`/trials/${trial.id}`}>
        {trial.taskName}
        <span className="sr-only">, attempt {trial.attempt}</span>
      </Link>
    ),
    meta: { grows: true },
  }),
  column.accessor("outcome", {
    id: "outcome",
    header: "Outcome",
    cell: ({ row }) => <OutcomeBadge outcome={row.original.outcome} />,
  }),
  column.accessor("attempt", { id: "attempt", header: "Attempt", meta: { numeric: true } }),
  column.accessor("runName", {
    id: "run",
    header: "Run",
    cell: ({ row: { original: trial } }) => (
      <Link className="link" href={`/runs/${trial.runId}`}>
        {trial.runName}
      </Link>
    ),
    meta: { className: "max-w-44" },
  }),
  column.accessor("benchmark", {
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
  }),
  column.accessor("stepCount", { id: "steps", header: "Steps", meta: { numeric: true } }),
  column.accessor("retrievals", { id: "retrieved", header: "Retrieved", meta: { numeric: true } }),
  column.accessor("durationMs", {
    id: "duration",
    header: "Duration",
    cell: ({ row: { original: trial } }) =>
      trial.durationMs === null ? "" : formatDuration(trial.durationMs),
    meta: { numeric: true },
  }),
  column.accessor("error", {
    id: "error",
    header: "Error",
    cell: ({ row }) => <span className="text-muted">{row.original.error}</span>,
    meta: { className: "max-w-40" },
  }),
];

type TrialsTableProps = { rows: TrialRow[]; total: number; benchmarks: readonly string[] };

/** Trials of any run, one a row. */
export function TrialsTable({ rows, total, benchmarks }: TrialsTableProps) {
  const [pending, startTransition] = useTransition();
  const [{ page }, setParams] = useQueryStates(runTasksParams, { shallow: false, startTransition });
  return (
    <DataTable
      label="Trials"
      columns={columns}
      rows={rows}
      rowCount={total}
      getRowId={(trial) => trial.id}
      getRowHref={(trial) => `/trials/${trial.id}`}
      pageIndex={Math.max(0, page - 1)}
      pageSize={trialPageSize}
      onPageChange={(index) => setParams({ page: index + 1 })}
      pending={pending}
      toolbar={<TaskFilters benchmarks={benchmarks} startTransition={startTransition} />}
      empty={<EmptyState title="No trials match">Broaden the search, benchmark or outcome.</EmptyState>}
    />
  );
}
