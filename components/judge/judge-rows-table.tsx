"use client";
import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import type { JudgeRow } from "#lib/judge/schema.ts";
import { formatKappa, formatShareOf } from "./format-figures.ts";

const column = dataTableColumns<JudgeRow>();

const columns: DataTableColumn<JudgeRow>[] = [
  column.accessor("name", {
    id: "name",
    header: "Run or audit",
    cell: ({ row: { original } }) =>
      original.runId ? (
        <Link className="link" href={`/runs/${original.runId}`}>
          {original.name}
        </Link>
      ) : (
        original.name
      ),
    meta: { grows: true },
  }),
  column.accessor("benchmark", {
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
  }),
  column.display({
    id: "accuracy",
    header: "Agrees, 95% interval",
    cell: ({ row }) => formatShareOf(row.original.accuracy),
    meta: { numeric: true },
  }),
  column.display({
    id: "pass",
    header: "PASS is right",
    cell: ({ row }) => formatShareOf(row.original.passPrecision),
    meta: { numeric: true },
  }),
  column.display({
    id: "fail",
    header: "FAIL is right",
    cell: ({ row }) => formatShareOf(row.original.failPrecision),
    meta: { numeric: true },
  }),
  column.display({
    id: "kappa",
    header: "Kappa",
    cell: ({ row }) => formatKappa(row.original.kappa),
    meta: { numeric: true },
  }),
];

/** How each run's verdicts compare with the verifier, benchmark by benchmark. */
export function JudgeRowsTable({ rows }: { rows: readonly JudgeRow[] }) {
  return (
    <DataTable
      plain
      label="Judge by run and benchmark"
      columns={columns}
      rows={rows}
      getRowId={(row) => row.id}
      getRowHref={(row) => (row.runId ? `/runs/${row.runId}` : null)}
    />
  );
}
