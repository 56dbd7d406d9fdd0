"use client";
import Link from "next/link";
import { useMemo } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import type { RunBenchmarkRow } from "#lib/runs/schema.ts";
import { runTasksHref } from "#lib/runs/search-params.ts";
import { OutcomeCountsLine } from "./outcome-counts.tsx";
import { PassAtCell } from "./pass-at-cell.tsx";

const column = dataTableColumns<RunBenchmarkRow>();

function columnsOf(runId: string): DataTableColumn<RunBenchmarkRow>[] {
  return [
    column.accessor("benchmark", {
      id: "benchmark",
      header: "Benchmark",
      cell: ({ row: { original } }) => (
        <Link className="link" href={runTasksHref(`/runs/${runId}`, { benchmark: original.benchmark })}>
          <BenchmarkMark name={original.benchmark} />
        </Link>
      ),
      meta: { grows: true },
    }),
    ...([0, 1] as const).map((index) =>
      column.display({
        id: `pass${index}`,
        header: index === 0 ? "pass@1" : "pass@3",
        cell: ({ row }) => <PassAtCell passAt={row.original.passAt[index]} />,
        meta: { numeric: true },
      }),
    ),
    column.display({
      id: "outcomes",
      header: "Outcomes",
      cell: ({ row }) => <OutcomeCountsLine counts={row.original.outcomes} />,
      meta: { className: "max-w-80" },
    }),
    column.accessor("tasks", { id: "tasks", header: "Tasks", meta: { numeric: true } }),
    column.accessor("trials", { id: "trials", header: "Trials", meta: { numeric: true } }),
  ];
}

/** What a run came to per benchmark. */
export function RunBenchmarksTable({ runId, rows }: { runId: string; rows: readonly RunBenchmarkRow[] }) {
  const columns = useMemo(() => columnsOf(runId), [runId]);
  return (
    <DataTable
      plain
      label="Results per benchmark"
      columns={columns}
      rows={rows}
      getRowId={({ benchmark }) => benchmark}
      getRowHref={({ benchmark }) => runTasksHref(`/runs/${runId}`, { benchmark })}
    />
  );
}
