"use client";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import type { GenerationRow } from "#lib/generation/schema.ts";
import { generationPageSize, regenerateParams } from "#lib/generation/search-params.ts";
import { GenerationStateBadge } from "./generation-state-badge.tsx";

const column = dataTableColumns<GenerationRow>();
const columns: DataTableColumn<GenerationRow>[] = [
  column.accessor("taskName", {
    id: "source",
    header: "Source",
    cell: ({ row: { original: draft } }) => (
      <Link href={`/regenerate/${draft.id}`} className="link">
        {draft.taskName}
      </Link>
    ),
    meta: { className: "max-w-72" },
  }),
  column.accessor("state", {
    id: "state",
    header: "State",
    cell: ({ row }) => <GenerationStateBadge state={row.original.state} />,
  }),
  column.accessor("type", {
    id: "type",
    header: "Type",
    cell: ({ row }) => <TypeBadge type={row.original.type} />,
  }),
  column.accessor("polarity", {
    id: "polarity",
    header: "Read as",
    cell: ({ row }) => <OutcomeBadge outcome={row.original.polarity} />,
  }),
  column.accessor("benchmark", {
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
    meta: { className: "max-w-36" },
  }),
  column.accessor("memoryTitle", {
    id: "memory",
    header: "Memory",
    cell: ({ row }) => row.original.memoryTitle ?? "a new memory",
    meta: { grows: true },
  }),
  column.accessor("actor", { id: "actor", header: "Requested by" }),
  column.accessor("createdAt", {
    id: "created",
    header: "Requested",
    cell: ({ row: { original: draft } }) => (
      <time dateTime={draft.createdAt}>{draft.createdAt.slice(0, 16).replace("T", " ")}</time>
    ),
  }),
];

type GenerationTableProps = { label: string; rows: GenerationRow[]; total: number };

/** Drafts, newest first; the first cell leads to the draft. Past ones fill pages. */
export function GenerationTable({ label, rows, total }: GenerationTableProps) {
  const [pending, startTransition] = useTransition();
  const [{ page }, setParams] = useQueryStates(regenerateParams, { shallow: false, startTransition });
  const paged = total > rows.length;
  return (
    <DataTable
      plain
      label={label}
      columns={columns}
      rows={rows}
      rowCount={total}
      getRowId={(draft) => draft.id}
      getRowHref={(draft) => `/regenerate/${draft.id}`}
      pending={pending}
      {...(paged
        ? {
            pageIndex: Math.max(0, page - 1),
            pageSize: generationPageSize,
            onPageChange: (index: number) => setParams({ page: index + 1 }),
          }
        : {})}
    />
  );
}
