"use client";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { RunTaskRow } from "#lib/runs/schema.ts";
import { runTaskPageSize, runTasksParams } from "#lib/runs/search-params.ts";
import { OutcomeBadge } from "./outcome-badge.tsx";
import { TaskFilters } from "./task-filters.tsx";

const column = dataTableColumns<RunTaskRow>();
const columns: DataTableColumn<RunTaskRow>[] = [
  column.accessor("taskName", { id: "task", header: "Task", enableHiding: false, meta: { grows: true } }),
  column.display({
    id: "attempts",
    header: "Attempts",
    enableHiding: false,
    cell: ({ row }) => <Attempts task={row.original} />,
    meta: { className: "max-w-[40rem]" },
  }),
  column.accessor("benchmark", {
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
  }),
];

type RunTasksTableProps = { rows: RunTaskRow[]; total: number; benchmarks: readonly string[] };

/** Task by attempt: each outcome leads to its trial. */
export function RunTasksTable({ rows, total, benchmarks }: RunTasksTableProps) {
  const [pending, startTransition] = useTransition();
  const [{ page }, setParams] = useQueryStates(runTasksParams, { shallow: false, startTransition });
  return (
    <DataTable
      label="Tasks and their attempts"
      columns={columns}
      rows={rows}
      rowCount={total}
      getRowId={(task) => task.taskId}
      getRowHref={(task) => (task.attempts[0] ? `/trials/${task.attempts[0].trialId}` : null)}
      pageIndex={Math.max(0, page - 1)}
      pageSize={runTaskPageSize}
      onPageChange={(index) => setParams({ page: index + 1 })}
      pending={pending}
      toolbar={<TaskFilters benchmarks={benchmarks} startTransition={startTransition} />}
      empty={<EmptyState title="No tasks match">Broaden the search, benchmark or outcome.</EmptyState>}
    />
  );
}

/** More attempts than this are drawn as signs alone, so that they fit a line. */
const mostInWords = 5;

function Attempts({ task: { taskName, attempts } }: { task: RunTaskRow }) {
  return (
    <ul className="flex gap-1.5">
      {attempts.map((attempt) => (
        <li key={attempt.trialId}>
          <Link
            className="inline-flex min-h-6 items-center"
            href={`/trials/${attempt.trialId}`}
            aria-label={`Attempt ${attempt.attempt} of ${taskName}: ${attempt.outcome}`}
          >
            <OutcomeBadge outcome={attempt.outcome} sign={attempts.length > mostInWords} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
