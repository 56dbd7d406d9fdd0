"use client";
import Link from "next/link";
import { useMemo } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { RetrievalPreview, RetrievedMemory } from "#lib/retrieval/schema.ts";
import { DeprecateButton } from "./deprecate-button.tsx";
import { SimilarityBar } from "./similarity-bar.tsx";

/** `unmarked`: born from a failed attempt, and the prompt doesn't say so. */
type RetrievedRow = RetrievedMemory & { unmarked: boolean };

const column = dataTableColumns<RetrievedRow>();
const columns: DataTableColumn<RetrievedRow>[] = [
  column.accessor("rank", { id: "rank", header: "Rank", meta: { numeric: true } }),
  column.accessor("title", {
    id: "memory",
    header: "Memory",
    enableHiding: false,
    cell: ({ row }) => <TitleCell memory={row.original} />,
    meta: { grows: true, className: "min-w-40" },
  }),
  column.accessor("similarity", {
    id: "similarity",
    header: "Similarity",
    cell: ({ row }) => <SimilarityBar similarity={row.original.similarity} />,
  }),
  column.accessor("type", {
    id: "type",
    header: "Type",
    cell: ({ row }) => <TypeBadge type={row.original.type} />,
  }),
  column.accessor("outcome", {
    id: "outcome",
    header: "Outcome",
    cell: ({ row }) => <OutcomeBadge outcome={row.original.outcome} />,
  }),
  column.accessor("benchmark", {
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
    meta: { className: "max-w-32" },
  }),
  column.accessor("rewritten", {
    id: "rewritten",
    header: "Reworded",
    cell: ({ row }) => <span className="whitespace-pre-wrap">{row.original.rewritten}</span>,
  }),
  column.accessor("because", {
    id: "because",
    header: "Eligible",
    cell: ({ row }) => <span className="text-muted">{row.original.because}</span>,
    meta: { className: "max-w-40" },
  }),
  column.display({
    id: "deprecate",
    enableHiding: false,
    header: () => <span className="sr-only">Deprecate</span>,
    cell: ({ row: { original: memory } }) => (
      <DeprecateButton memoryId={memory.memoryId} title={memory.title} />
    ),
    meta: { title: "Deprecate" },
  }),
];

type RetrievedTableProps = Pick<RetrievalPreview, "results" | "method" | "unmarkedFailures">;

/** The retrieved memories in their order: what each is, how near, why the agent may see it. */
export function RetrievedTable({ results, method, unmarkedFailures }: RetrievedTableProps) {
  const rows = useMemo(
    () => results.map((memory) => ({ ...memory, unmarked: unmarkedFailures.includes(memory.rank) })),
    [results, unmarkedFailures],
  );
  return (
    <DataTable
      label="Retrieved memories"
      columns={columns}
      rows={rows}
      getRowId={(memory) => memory.memoryId}
      getRowHref={(memory) => `/memories/${memory.memoryId}`}
      initiallyHidden={method === "rewrite" ? ["because", "benchmark"] : ["because", "rewritten"]}
    />
  );
}

function TitleCell({ memory }: { memory: RetrievedRow }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Link href={`/memories/${memory.memoryId}`} className="link truncate">
        {memory.title}
      </Link>
      {memory.unmarked ? <Badge tone="warn">no warning in the prompt</Badge> : null}
      {memory.rank === memory.similarityRank ? null : (
        <Badge>was {memory.similarityRank}. by similarity</Badge>
      )}
    </span>
  );
}
