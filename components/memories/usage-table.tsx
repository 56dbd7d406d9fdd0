"use client";
import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import type { MemoryUsage, MemoryUse } from "#lib/memories/usage.ts";

/** `wording`: which version the trial was shown, beside the present one. */
type UsageRow = MemoryUse & { wording: string };

const column = dataTableColumns<UsageRow>();
const columns: DataTableColumn<UsageRow>[] = [
  column.accessor("taskName", {
    id: "task",
    header: "Task",
    cell: ({ row: { original: use } }) => (
      <Link href={`/trials/${use.trialId}`} className="link">
        {use.taskName}
        <span className="sr-only">, attempt {use.attempt}</span>
      </Link>
    ),
    meta: { grows: true, className: "sm:min-w-36" },
  }),
  column.accessor("outcome", {
    id: "outcome",
    header: "Outcome",
    cell: ({ row }) => <OutcomeBadge outcome={row.original.outcome} />,
  }),
  column.accessor("attempt", { id: "attempt", header: "Attempt", meta: { numeric: true } }),
  column.accessor("run", {
    id: "run",
    header: "Run",
    cell: ({ row: { original: use } }) => (
      <Link href={`/runs/${use.run.id}`} className="link">
        {use.run.name}
      </Link>
    ),
    meta: { className: "max-w-28" },
  }),
  column.accessor("rank", { id: "rank", header: "Rank", meta: { numeric: true } }),
  column.accessor("similarity", {
    id: "similarity",
    header: "Similarity",
    cell: ({ row }) => row.original.similarity?.toFixed(3) ?? "–",
    meta: { numeric: true },
  }),
  column.accessor("wording", { id: "wording", header: "Revision" }),
  column.accessor("benchmark", {
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
    meta: { className: "max-w-24" },
  }),
];

/** Where the memory was shown last. */
export function UsageTable({ usage, version }: { usage: MemoryUsage; version: number }) {
  const rows = usage.latest.map((use) => ({ ...use, wording: wordingOf(use, version) }));
  const { retrievals, tasks } = usage;
  if (retrievals === 0) {
    return (
      <p className="text-sm text-muted">
        No imported run was shown this memory. Import runs with a memory arm to see what it does.
      </p>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="text-xs text-muted">
        {retrievals > rows.length ? `The last ${rows.length} of ` : ""}
        {retrievals.toLocaleString("en")} {retrievals === 1 ? "retrieval" : "retrievals"} at{" "}
        {tasks.toLocaleString("en")} {tasks === 1 ? "task" : "tasks"}.
      </p>
      <DataTable
        plain
        label="Last retrievals"
        columns={columns}
        rows={rows}
        getRowId={(use) => use.id}
        getRowHref={(use) => `/trials/${use.trialId}`}
      />
    </div>
  );
}

function wordingOf({ memoryVersion }: MemoryUse, version: number): string {
  if (memoryVersion === null) return "not recorded";
  return memoryVersion === version ? "current" : `revision ${memoryVersion}`;
}
