"use client";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Comparison, UnmatchedTask } from "#lib/transfer/schema.ts";

const reasons = {
  absent: "the other run has no task of this name",
  changed: "the task was changed: its checksum differs",
  unscored: "no counted attempt",
} as const;

type Row = UnmatchedTask & { side: "baseline" | "candidate" };

const column = dataTableColumns<Row>();
const columns: DataTableColumn<Row>[] = [
  column.accessor("taskName", { id: "task", header: "Task", enableHiding: false, meta: { grows: true } }),
  column.accessor("benchmark", {
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
  }),
  column.accessor("side", { id: "side", header: "Only in", enableHiding: false }),
  column.accessor("reason", {
    id: "reason",
    header: "Why",
    enableHiding: false,
    cell: ({ row }) => reasons[row.original.reason],
    meta: { className: "max-w-80" },
  }),
];

/** The tasks that are in no number of the comparison, and why. */
export function UnmatchedTable({ unmatched }: { unmatched: Comparison["unmatched"] }) {
  const rows: Row[] = [
    ...unmatched.base.map((task) => ({ ...task, side: "baseline" as const })),
    ...unmatched.candidate.map((task) => ({ ...task, side: "candidate" as const })),
  ];
  return (
    <DataTable
      label="Unpaired tasks"
      columns={columns}
      rows={rows}
      getRowId={(row) => `${row.side} ${row.taskId} ${row.reason}`}
      empty={<EmptyState title="Every task is paired">Both runs attempted the same tasks.</EmptyState>}
    />
  );
}
