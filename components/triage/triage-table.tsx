"use client";
import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { EvidenceBadge } from "#components/transfer/evidence-badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { TriageTask } from "#lib/triage/schema.ts";
import { labelWords } from "#lib/triage/words.ts";

export type LinkedTriageTask = TriageTask & { href: string };

const column = dataTableColumns<LinkedTriageTask>();

const columns: DataTableColumn<LinkedTriageTask>[] = [
  column.accessor((row) => row.task.taskName, {
    id: "task",
    header: "Task",
    cell: ({ row: { original } }) => (
      <Link className="link" href={original.href}>
        {original.task.taskName}
      </Link>
    ),
    meta: { grows: true },
  }),
  column.accessor((row) => row.mine?.label ?? "", {
    id: "mine",
    header: "Your label",
    cell: ({ row: { original } }) => (original.mine ? labelWords[original.mine.label].name : "–"),
  }),
  column.accessor((row) => row.otherCount, {
    id: "others",
    header: "Others",
    cell: ({ row: { original } }) =>
      original.mine && original.others.length > 0
        ? original.others.map(({ label }) => labelWords[label].name).join(", ")
        : original.otherCount || "–",
  }),
  column.accessor((row) => row.mine?.note ?? "", {
    id: "note",
    header: "Note",
    cell: ({ row: { original } }) => original.mine?.note ?? "–",
  }),
  column.accessor((row) => row.task.outcome, {
    id: "outcome",
    header: "Outcome",
    cell: ({ row: { original } }) => (
      <span className="inline-flex gap-1">
        <OutcomeBadge outcome={original.task.outcome} />
        <EvidenceBadge task={original.task} />
      </span>
    ),
  }),
  column.accessor((row) => row.task.benchmark, {
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row: { original } }) => <BenchmarkMark name={original.task.benchmark} />,
  }),
];

/** The tasks to be labeled; a row opens the task. */
export function TriageTable({ rows, label }: { rows: readonly LinkedTriageTask[]; label: string }) {
  return (
    <DataTable
      plain
      label={label}
      name="Triage"
      columns={columns}
      rows={rows}
      getRowId={(row) => row.task.taskId}
      getRowHref={(row) => row.href}
      empty={<EmptyState title="Nothing to label">This comparison has no such task.</EmptyState>}
    />
  );
}
