"use client";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { formatDuration } from "#components/ui/duration.ts";
import type { EffortDifference, EffortName } from "#lib/transfer/effort.ts";
import { TableNote } from "./table-note.tsx";

const names: Record<EffortName, string> = {
  costUsd: "Cost",
  tokens: "Tokens, in and out",
  durationMs: "Duration",
  steps: "Steps",
};

const column = dataTableColumns<EffortDifference>();
const columns: DataTableColumn<EffortDifference>[] = [
  column.accessor("name", {
    id: "name",
    header: "Mean per attempt",
    enableHiding: false,
    cell: ({ row }) => names[row.original.name],
    meta: { grows: true },
  }),
  column.display({
    id: "difference",
    header: "Difference",
    cell: ({ row }) => <span className="font-medium">{signed(row.original)}</span>,
    meta: { numeric: true },
  }),
  column.display({
    id: "base",
    header: "Baseline",
    cell: ({ row }) => write(row.original.name, row.original.base),
    meta: { numeric: true },
  }),
  column.display({
    id: "candidate",
    header: "Candidate",
    cell: ({ row }) => write(row.original.name, row.original.candidate),
    meta: { numeric: true },
  }),
  column.display({
    id: "tasks",
    header: "Tasks",
    cell: ({ row }) => row.original.tasks,
    meta: { numeric: true },
  }),
];

/** What an attempt cost and took, paired by task. Only what both runs recorded. */
export function EffortTable({ differences }: { differences: EffortDifference[] }) {
  if (differences.length === 0) {
    return (
      <p className="text-sm text-muted">
        The two runs recorded no cost, tokens, duration or steps at the same tasks.
      </p>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <DataTable
        label="Cost and effort per attempt"
        columns={columns}
        rows={differences}
        getRowId={(row) => row.name}
      />
      <TableNote>Paired by task; each task counts the same.</TableNote>
    </div>
  );
}

function signed({ name, delta }: EffortDifference): string {
  return `${delta > 0 ? "+" : delta < 0 ? "−" : ""}${write(name, Math.abs(delta))}`;
}

function write(name: EffortName, value: number): string {
  if (name === "costUsd") return `$${value.toFixed(4)}`;
  if (name === "durationMs") return formatDuration(value);
  if (name === "tokens") return Math.round(value).toLocaleString("en");
  return value.toFixed(1);
}
