"use client";
import Link from "next/link";
import { useMemo } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { Card } from "#components/ui/card.tsx";
import type { RunReport } from "#lib/imports/schema.ts";
import { OUTCOMES } from "#lib/runs/schema.ts";
import { CountCell } from "./count-cell.tsx";
import { ArmSelect, armText, GroupingSelect, RunNameInput } from "./run-choice-cells.tsx";

/** `ofGroup`: runs of this report that were proposed as one. */
type Row = RunReport & { ofGroup: number };
const column = dataTableColumns<Row>();

function columnsOf(dryRun: boolean): DataTableColumn<Row>[] {
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
        ) : dryRun ? (
          <RunNameInput run={run} />
        ) : (
          run.name
        ),
      meta: { grows: true },
    }),
    ...(dryRun
      ? [
          column.display({
            id: "grouping",
            header: "Repeats",
            cell: ({ row: { original: run } }) =>
              run.grouping ? <GroupingSelect run={run} runs={run.ofGroup} /> : attemptsText(run),
          }),
          column.display({ id: "arm", header: "Arm", cell: ({ row }) => <ArmSelect run={row.original} /> }),
        ]
      : [column.display({ id: "arm", header: "Arm", cell: ({ row }) => armText(row.original) })]),
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
      id: "agent",
      header: "Agent and model",
      cell: ({ row: { original: run } }) => (
        <span className="text-muted">{[run.agent, run.model].filter(Boolean).join(", ") || "unknown"}</span>
      ),
    }),
  ];
}

function attemptsText({ attempts, tasks }: RunReport): string {
  return attempts > 1 ? `${attempts} attempts` : tasks > 0 ? "1 attempt" : "";
}

/** The runs of an import with their outcomes; a written one is a link. */
export function RunTable({ runs, dryRun }: { runs: readonly RunReport[]; dryRun: boolean }) {
  const columns = useMemo(() => columnsOf(dryRun), [dryRun]);
  const rows = useMemo(() => {
    const counts = Map.groupBy(runs, ({ group }) => group);
    return runs.map((run) => ({ ...run, ofGroup: counts.get(run.group)?.length ?? 1 }));
  }, [runs]);
  if (runs.length === 0) return null;
  return (
    <Card
      flush
      title="Runs"
      description={
        dryRun
          ? "Folders side by side whose names differ only by a repeat marker are proposed as one run. What you decide stays with the run."
          : "Sibling folders whose names differ only by a repeat marker are attempts of one run, unless you said otherwise."
      }
    >
      <DataTable
        plain
        label="Runs of this import"
        columns={columns}
        rows={rows}
        getRowId={({ key, name, source, agent, model }) => key || `${name} ${source} ${agent} ${model}`}
        getRowHref={({ id }) => (id ? `/runs/${id}` : null)}
      />
    </Card>
  );
}
