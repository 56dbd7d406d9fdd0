"use client";
import Link from "next/link";
import { useMemo } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import type { NearMemory } from "#lib/retrieval/schema.ts";
import { SimilarityBar } from "./similarity-bar.tsx";

/** `nearerThan`: the last rank shown, where this one lies nearer than it. */
type LeftOutRow = NearMemory & { nearerThan: number | null };

const column = dataTableColumns<LeftOutRow>();
const columns: DataTableColumn<LeftOutRow>[] = [
  column.accessor("title", {
    id: "memory",
    header: "Memory",
    cell: ({ row: { original: memory } }) => (
      <Link href={`/memories/${memory.memoryId}`} className="link">
        {memory.title}
      </Link>
    ),
    meta: { grows: true, className: "min-w-40" },
  }),
  column.accessor("similarity", {
    id: "similarity",
    header: "Similarity",
    cell: ({ row }) => <SimilarityBar similarity={row.original.similarity} />,
  }),
  column.accessor("nearerThan", {
    id: "nearerThan",
    header: "Nearer than",
    cell: ({ row: { original: memory } }) => (memory.nearerThan === null ? "" : `item ${memory.nearerThan}`),
  }),
  column.accessor("reason", {
    id: "reason",
    header: "Why left out",
    cell: ({ row: { original: memory } }) => <span title={memory.because}>{memory.reason}</span>,
  }),
  column.accessor("type", {
    id: "type",
    header: "Type",
    cell: ({ row }) => <TypeBadge type={row.original.type} />,
  }),
  column.accessor("benchmark", {
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
    meta: { className: "max-w-32" },
  }),
];

type LeftOutTableProps = {
  rows: readonly NearMemory[];
  /** Similarity of the farthest memory shown, and how many are shown. */
  last: number | null;
  results: number;
};

/** The nearest memories that the agent would not see. */
export function LeftOutTable({ rows, last, results }: LeftOutTableProps) {
  const shown = useMemo(
    () =>
      rows.map((memory) => ({
        ...memory,
        nearerThan: last !== null && (memory.similarity ?? -2) > last ? results : null,
      })),
    [rows, last, results],
  );
  return (
    <DataTable
      plain
      label="Nearest memories left out"
      columns={columns}
      rows={shown}
      getRowId={(memory) => memory.memoryId}
      getRowHref={(memory) => `/memories/${memory.memoryId}`}
    />
  );
}
