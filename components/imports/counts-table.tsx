"use client";
import { useMemo } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { type Counts, type ImportJobResult, NOUNS, type Noun } from "#lib/imports/schema.ts";
import { CountCell } from "./count-cell.tsx";

const planned: Record<keyof Counts, string> = {
  created: "to create",
  updated: "to update",
  unchanged: "unchanged",
  rejected: "rejected",
};
const actions = ["created", "updated", "unchanged", "rejected"] as const;

type CountsRow = { noun: Noun; counts: Counts };
const column = dataTableColumns<CountsRow>();

function columnsOf(dryRun: boolean): DataTableColumn<CountsRow>[] {
  return [
    column.accessor("noun", { id: "noun", header: "Kind" }),
    ...actions.map((action) =>
      column.display({
        id: action,
        header: dryRun ? planned[action] : action,
        cell: ({ row }) => <CountCell count={row.original.counts[action]} />,
        meta: { numeric: true },
      }),
    ),
  ];
}

/** What an import did with each kind of thing, or would do. */
export function CountsTable({ result }: { result: ImportJobResult }) {
  const columns = useMemo(() => columnsOf(result.dryRun), [result.dryRun]);
  return (
    <DataTable
      plain
      label="Counts"
      columns={columns}
      rows={NOUNS.map((noun) => ({ noun, counts: result[noun] }))}
      getRowId={({ noun }) => noun}
    />
  );
}
