"use client";
import Link from "next/link";
import { useMemo } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { Card } from "#components/ui/card.tsx";
import type { RunReport } from "#lib/imports/schema.ts";
import { OUTCOMES } from "#lib/runs/schema.ts";
import { CountCell } from "./count-cell.tsx";

const column = dataTableColumns<RunReport>();

function columnsOf(dryRun: boolean): DataTableColumn<RunReport>[] {
  const counts = ["trials", ...OUTCOMES] as const;
  return [
    column.accessor("name", {
      id: "name",
      header: "Run",
      cell: ({ row: { original: run } }) =>
        run.id ? (
          <Link href={`/runs/${run.id}`} className="link">
            {run.name}
          </Link>
        ) : (
          run.name
        ),
      meta: { grows: true },
    }),
    column.accessor("action", { id: "action", header: dryRun ? "Would be" : "Was" }),
    ...counts.map((name) =>
      column.accessor(name, {
        id: name,
        header: name === "trials" ? "Trials" : name,
        cell: ({ row }) => <CountCell count={row.original[name]} />,
        meta: { numeric: true },
      }),
    ),
    column.display({
      id: "arm",
      header: "Arm",
      cell: ({ row }) => (row.original.arm === "memory" ? "memory" : "zero-shot"),
    }),
    column.display({
      id: "agent",
      header: "Agent and model",
      cell: ({ row: { original: run } }) => (
        <span className="text-muted">{[run.agent, run.model].filter(Boolean).join(", ") || "unknown"}</span>
      ),
    }),
  ];
}

/** The runs of an import with their outcomes; a written one is a link. */
export function RunTable({ runs, dryRun }: { runs: readonly RunReport[]; dryRun: boolean }) {
  const columns = useMemo(() => columnsOf(dryRun), [dryRun]);
  if (runs.length === 0) return null;
  return (
    <Card
      flush
      title="Runs"
      description="Sibling folders whose names differ only by a repeat marker are attempts of one run."
    >
      <DataTable
        plain
        label="Runs of this import"
        columns={columns}
        rows={runs}
        getRowId={({ name, source, agent, model }) => `${name} ${source} ${agent} ${model}`}
        getRowHref={({ id }) => (id ? `/runs/${id}` : null)}
      />
    </Card>
  );
}
